// A struct by ref.
// point: p: new Pair { A = 1.5, B = 2 }, x: 0.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefStructParameter
{
    public struct Pair
    {
        public double A;
        public double B;
    }

    [Differentiable]
    public static double F(ref Pair p, double x)
    {
        p.A = p.A * p.B;
        p.B = x;
        return p.A * x;
    }
}
