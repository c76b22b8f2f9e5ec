// A list of numbers is no supported result.
// expect: DG0004 at F
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class ReturnType
{
    [Differentiable]
    public static List<double> F(double x) => [x, x * x];
}
