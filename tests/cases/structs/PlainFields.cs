// Public mutable fields, written one by one in a local copy.
// point: v: new Vec { X = 1, Y = 2, Z = 3 }, s: 0.5
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class PlainFields
{
    public struct Vec
    {
        public double X, Y, Z;
    }

    [Differentiable]
    public static double F(Vec v, double s)
    {
        Vec w = v;
        w.X *= s;
        w.Y = w.X * v.Z;
        v.Z = 7;
        return (w.X * w.Y) + (w.Z * v.Z);
    }
}
