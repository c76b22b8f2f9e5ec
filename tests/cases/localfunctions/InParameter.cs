// An in parameter of a struct type.
// point: x: 0.7, y: 2
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class InParameter
{
    public readonly record struct V(double X, double Y);

    [Differentiable]
    public static double F(double x, double y)
    {
        static double Dot(in V a, in V b) => (a.X * b.X) + (a.Y * b.Y);

        var v = new V(x, y);
        return Dot(v, new V(y, x * x)) + Dot(in v, in v);
    }
}
