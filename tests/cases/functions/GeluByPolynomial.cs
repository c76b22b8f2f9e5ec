// 0.5 x (1 + erf(x / sqrt 2)) with erf written as a series in ordinary code.
// point: x: 0.7
// value: 0.53062544344384889
// gradient: 0.97661410113365987
// direction: 1
// hvp: 0.4715034393838
// The numbers are reference values in 17 digits for NN.
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class GeluByPolynomial
{
    [Differentiable]
    public static double F(double x)
    {
        double z = x / Math.Sqrt(2);
        double term = z, sum = z;
        for (int n = 1; n < 40; n++)
        {
            term *= -z * z / n;
            sum += term / ((2 * n) + 1);
        }
        double erf = 2 / Math.Sqrt(Math.PI) * sum;
        return 0.5 * x * (1 + erf);
    }
}
