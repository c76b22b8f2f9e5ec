// A spread of something that is neither array nor span.
// expect: DG0126 at .. numbers
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class SpreadOfList
{
    [Differentiable]
    public static double F(double x, [NoDerivative] List<double> numbers)
    {
        double[] a = [x, .. numbers];
        return a[0];
    }
}
