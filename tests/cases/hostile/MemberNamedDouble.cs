// Members named like types, and a nested type named Span.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class MemberNamedDouble
{
    private const int Double = 3;

    private struct Span
    {
        public int Length;
    }

    [Differentiable]
    public static double F(double x)
    {
        var s = new Span { Length = Double };
        double y = x;
        for (int i = 0; i < s.Length; i++)
            y *= x;
        return y;
    }
}
