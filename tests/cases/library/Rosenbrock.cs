// Rosenbrock's valley in any number of dimensions.
// point: x: [0.5, -0.3, 1.2, 0.8]
// value: 196.4
// gradient: 109.0, 20.6, 529.6, -128.0
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Rosenbrock
{
    [Differentiable]
    public static double F(params double[] x)
    {
        double sum = 0.0;
        for (int i = 0; i < x.Length - 1; i++)
            sum += (100.0 * Math.Pow(x[i + 1] - (x[i] * x[i]), 2)) + Math.Pow(1.0 - x[i], 2);
        return sum;
    }
}
