// A lock statement.
// expect: DG0103 at lock…
using System;
using DiffGen;

namespace Rejected;

public static partial class Lock
{
    private static readonly object Gate = new();

    [Differentiable]
    public static double F(double x)
    {
        lock (Gate)
        {
            return x * x;
        }
    }
}
