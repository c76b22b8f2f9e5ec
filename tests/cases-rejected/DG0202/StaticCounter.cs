// A static counter.
// expect: DG0202 at _calls
using System;
using DiffGen;

namespace Rejected;

public static partial class StaticCounter
{
    private static int _calls;

    [Differentiable]
    public static double F(double x)
    {
        _calls++;
        return x * x;
    }
}
