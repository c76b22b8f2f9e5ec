// A callee that reads one buffer and writes another.
// point: x: [1.0, 2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class BufferArguments
{
    [Differentiable]
    public static double F(double[] x)
    {
        var y = new double[x.Length];
        Transform(x, y);
        Transform(y, x);
        return Sum(x) + (2 * Sum(y));
    }

    [Differentiable]
    private static void Transform(double[] source, double[] target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = (source[i] * source[i] * 0.5) + target[i];
    }

    [Differentiable]
    private static double Sum(ReadOnlySpan<double> v)
    {
        double s = 0;
        foreach (double e in v)
            s += e;
        return s;
    }
}
