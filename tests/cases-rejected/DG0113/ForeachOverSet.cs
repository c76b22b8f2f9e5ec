// foreach over something that is neither array, span nor list.
// expect: DG0113 at numbers
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class ForeachOverSet
{
    [Differentiable]
    public static double F(double x, [NoDerivative] HashSet<int> numbers)
    {
        double s = 0;
        foreach (int n in numbers)
            s += n * x;
        return s;
    }
}
