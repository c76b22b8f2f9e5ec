// A delegate local that is assigned twice: which function it holds is known only at run time.
// expect: DG0109 at v => v * x
using System;
using DiffGen;

namespace Rejected;

public static partial class AssignedTwice
{
    [Differentiable]
    public static double F(double x)
    {
        Func<double, double> f = v => v * x;
        if (x > 1)
            f = v => v + x;
        return f(2);
    }
}
