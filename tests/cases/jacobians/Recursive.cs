// Vectors go through the cores of a recursive method, its tape and its local arrays.
// point: x: [0.5, 1.5, -0.5, 2.0, 0.25], depth: 4
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class Recursive
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (double, double) F(double[] x, int depth) => (Sum(x, depth, 0.5), Sum(x, depth - 1, 1.5));

    [Differentiable]
    public static double Sum(double[] x, int depth, double scale)
    {
        if (depth == 0)
            return scale * x[0];
        var local = new double[depth];
        double total = 0;
        for (int i = 0; i < depth; i++)
        {
            local[i] = x[i] * scale;
            total += Math.Cos(local[i]) * local[0];
        }
        x[depth] = total;
        return total + (Sum(x, depth - 1, scale * 0.5) * x[depth]);
    }
}
