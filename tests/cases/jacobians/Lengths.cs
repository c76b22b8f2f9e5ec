// Lengths around the number of lanes: full vectors, tails, and no element at all.
// point: x: Ramp(0), y: new double[2], a: 0.5
// point: x: Ramp(1), y: new double[1], a: 0.5
// point: x: Ramp(2), y: new double[9], a: 0.5
// point: x: Ramp(7), y: new double[3], a: 0.5
// point: x: Ramp(8), y: new double[17], a: 0.5
// point: x: Ramp(9), y: new double[8], a: 0.5
// point: x: Ramp(15), y: new double[16], a: 0.5
// point: x: Ramp(16), y: new double[2], a: 0.5
// point: x: Ramp(17), y: new double[35], a: 0.5
// point: x: Ramp(35), y: new double[24], a: 0.5
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class Lengths
{
    public static double[] Ramp(int n)
    {
        var x = new double[n];
        for (int i = 0; i < n; i++)
            x[i] = 0.3 + (0.05 * i);
        return x;
    }

    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static void F(double[] x, Span<double> y, double a)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double sum = a * i;
            for (int j = 0; j < x.Length; j++)
                sum += Math.Sin((i + 1) * x[j]) * a;
            y[i] = sum + (0.25 * y[i]);
        }
    }
}
