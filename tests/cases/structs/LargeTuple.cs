// A tuple of more than seven elements.
// point: t: (1, 2, 3, 4, 5, 6, 7, 8, 9)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class LargeTuple
{
    [Differentiable]
    public static double F((double, double, double, double, double, double, double, double, double) t) =>
        (t.Item1 * t.Item9) + (t.Item8 * t.Item7) - t.Item2;
}
