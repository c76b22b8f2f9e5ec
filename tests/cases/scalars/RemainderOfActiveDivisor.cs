// x % y: the derivative in y is minus the truncated quotient.
// point: x: 7.3, y: 2.1
// value: 1
// gradient: 1 -3
// point: x: -7.3, y: 2.1
// gradient: 1 3
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class RemainderOfActiveDivisor
{
    [Differentiable]
    public static double F(double x, double y) => x % y;
}
