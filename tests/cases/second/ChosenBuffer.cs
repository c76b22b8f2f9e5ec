// A branch chooses between two buffers: the reference is accompanied by its adjoint, and each by its tangent.
// point: a: [0.3, 1.2], b: [-0.8, 0.5], n: 5
// point: a: [0.3, 1.2], b: [-0.8, 0.5], n: 2
using System;
using DiffGen;

namespace Cases.Second;

public static partial class ChosenBuffer
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] a, double[] b, int n)
    {
        double[] from = n > 2 ? a : b;
        var to = new double[2];
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < 2; i++)
                to[i] += Math.Cos(from[i] + (b[i] * k)) * from[1 - i];
        }
        return to[0] * to[1] * from[0];
    }
}
