// A callee that allocates and returns an array.
// point: x: [1.5, 0.5]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class ArrayResult
{
    [Differentiable]
    public static double F(double[] x)
    {
        double[] y = Squares(x);
        double[] z = Squares(y);
        return y[0] * z[1] + z[0];
    }

    [Differentiable]
    private static double[] Squares(double[] v)
    {
        var r = new double[v.Length];
        for (int i = 0; i < v.Length; i++)
            r[i] = v[i] * v[i];
        return r;
    }
}
