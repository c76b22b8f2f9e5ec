// A lambda handed to code that is not differentiated.
// expect: DG0109 at () => 3
using System;
using DiffGen;

namespace Rejected;

public static partial class HandedOut
{
    [Differentiable]
    public static double F(double x)
    {
        var lazy = new Lazy<int>(() => 3);
        return x * lazy.Value;
    }
}
