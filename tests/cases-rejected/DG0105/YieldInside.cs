// yield inside a marked method, seen at the statement as well.
// expect: DG0012 at F
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class YieldInside
{
    [Differentiable]
    public static IEnumerable<double> F(double x)
    {
        for (int i = 0; i < 3; i++)
            yield return x * i;
    }
}
