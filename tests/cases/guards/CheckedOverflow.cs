// Integer overflow in a checked context.
// point: x: 1.5, n: 2
// point: x: 1.5, n: 2147483647
// throws: OverflowException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class CheckedOverflow
{
    [Differentiable]
    public static double F(double x, int n) => x * checked(n + 1);
}
