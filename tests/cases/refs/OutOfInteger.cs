// An out parameter of integer type carries no derivative.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class OutOfInteger
{
    [Differentiable]
    public static double F(double x, out int count)
    {
        count = 3;
        return x * x * count;
    }
}
