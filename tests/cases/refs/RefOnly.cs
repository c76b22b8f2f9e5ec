// A void method whose only output is a ref parameter.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefOnly
{
    [Differentiable]
    public static void F(ref double x)
    {
        double old = x;
        x = x * x;
        x += old;
    }
}
