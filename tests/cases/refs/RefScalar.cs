// A ref parameter is input and output; its derivative goes in and out by ref.
// point: x: 1.5, y: 2.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefScalar
{
    [Differentiable]
    public static double F(double x, ref double y)
    {
        y = y * x;
        return y * y + x;
    }
}
