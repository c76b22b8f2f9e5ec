// foreach over something that is neither array nor span.
// expect: DG0113 at numbers
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class ForeachOverList
{
    [Differentiable]
    public static double F(double x, IReadOnlyList<int> numbers)
    {
        double s = 0;
        foreach (int n in numbers)
            s += n * x;
        return s;
    }
}
