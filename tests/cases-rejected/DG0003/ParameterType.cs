// A list is no buffer.
// expect: DG0003 at x
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class ParameterType
{
    [Differentiable]
    public static double F(List<double> x, double y) => x[0] * y;
}
