// float widens to double implicitly and narrows by a cast; both conversions carry the derivative.
// point: x: 1.5f, y: 0.3
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class FloatAndDouble
{
    [Differentiable]
    public static double F(float x, double y)
    {
        double wide = x * y;
        float narrow = (float)(wide + y);
        return (narrow * x) + wide;
    }
}
