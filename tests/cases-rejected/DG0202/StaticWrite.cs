// A static field would keep a value whose derivative is lost.
// expect: DG0202 at _last
using System;
using DiffGen;

namespace Rejected;

public static partial class StaticWrite
{
    private static double _last;

    [Differentiable]
    public static double F(double x)
    {
        _last = x;
        return x * x;
    }

    public static double Last => _last;
}
