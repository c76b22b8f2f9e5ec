// Integer division by zero throws as the primal does.
// point: x: 1.5, n: 2
// point: x: 1.5, n: 0
// throws: DivideByZeroException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class DivideByZero
{
    [Differentiable]
    public static double F(double x, int n) => x * (10 / n);
}
