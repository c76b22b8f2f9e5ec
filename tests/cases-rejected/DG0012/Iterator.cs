// A method that yields.
// expect: DG0012 at F
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class Iterator
{
    [Differentiable]
    public static IEnumerable<double> F(double x)
    {
        yield return x;
    }
}
