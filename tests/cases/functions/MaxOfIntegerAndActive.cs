// The integer converts; its half of a tie is dropped.
// point: x: 2.5, n: 2
// gradient: 1
// point: x: 1.5, n: 2
// gradient: 0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class MaxOfIntegerAndActive
{
    [Differentiable]
    public static double F(double x, int n) => Math.Max(x, n);
}
