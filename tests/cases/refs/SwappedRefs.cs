// Two ref parameters exchange their values.
// point: x: 1.5, y: 2.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class SwappedRefs
{
    [Differentiable]
    public static void F(ref double x, ref double y) => (x, y) = (y * 2, x * y);
}
