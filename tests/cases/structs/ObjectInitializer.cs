// new S { ... } with some fields left at zero.
// point: a: 1.5, b: -2
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class ObjectInitializer
{
    public struct State
    {
        public double A { get; set; }

        public double B { get; set; }

        public double C { get; init; }
    }

    [Differentiable]
    public static double F(double a, double b)
    {
        var s = new State { A = a * b, C = b };
        s.B += s.A * s.C;
        return (s.A * s.B) - s.C;
    }
}
