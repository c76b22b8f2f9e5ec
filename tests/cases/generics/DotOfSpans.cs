// Spans and arrays of T, and loops over them.
// point: x: [0.7, -1.2, 0.4], w: [1, 2, 3]
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class DotOfSpans
{
    [Differentiable]
    public static double F(double[] x, ReadOnlySpan<double> w)
    {
        double[] scaled = Scale(x, w[1]);
        return Dot<double>(scaled, w) + Dot<double>(x, x);
    }

    [Differentiable]
    private static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, IAdditiveIdentity<T, T>, IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>
    {
        T sum = T.AdditiveIdentity;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    [Differentiable]
    private static T[] Scale<T>(T[] v, T by)
        where T : IFloatingPoint<T>
    {
        var result = new T[v.Length];
        for (int i = 0; i < v.Length; i++)
        {
            result[i] = v[i] * by;
            v[i] = result[i] * v[i];
        }
        return result;
    }
}
