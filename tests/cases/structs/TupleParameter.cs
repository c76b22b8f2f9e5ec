// Tuples with and without names, nested.
// point: t: ((1.5, 2.0), 3.0)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class TupleParameter
{
    [Differentiable]
    public static double F(((double, double) Inner, double Outer) t) => (t.Inner.Item1 * t.Inner.Item2) + (t.Outer * t.Item2);
}
