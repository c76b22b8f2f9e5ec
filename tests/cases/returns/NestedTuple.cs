// A tuple inside a tuple.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class NestedTuple
{
    [Differentiable]
    public static (double A, (double B, double C) D) F(double x, double y)
    {
        var inner = (x * y, x - y);
        return (inner.Item1 * 2, inner);
    }
}
