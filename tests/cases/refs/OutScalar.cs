// An out parameter: tangent out in FJvp, cotangent by value in FVjp.
// point: x: 1.5, y: 2.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class OutScalar
{
    [Differentiable]
    public static void F(double x, double y, out double product, out double ratio)
    {
        product = x * y;
        ratio = x / product;
    }
}
