// Tuples of T go in and out; comparisons, default and tests.
// point: x: 0.7, y: 1.3
// point: x: 2.7, y: -1.3
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class TupleParameter
{
    [Differentiable]
    public static double F(double x, double y)
    {
        var (s, c) = Rotate((x, y), x * y);
        return s * c;
    }

    [Differentiable]
    private static (T A, T B) Rotate<T>((T A, T B) v, T angle)
        where T : IFloatingPointIeee754<T>
    {
        T zero = default;
        if (T.IsNaN(angle) || v.A.CompareTo(zero) < 0 || T.IsZero(v.B))
            return (zero, zero);
        (T sin, T cos) = T.SinCos(angle);
        return v.B >= zero ? ((v.A * cos) - (v.B * sin), (v.A * sin) + (v.B * cos)) : (v.A * cos, v.B);
    }
}
