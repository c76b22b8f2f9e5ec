// throw as an expression in ?: and in a switch expression.
// point: x: 1.5, n: 1
// point: x: 1.5, n: 2
// throws: NotSupportedException
// point: x: -1, n: 1
// throws: ArgumentException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class ThrowExpression
{
    [Differentiable]
    public static double F(double x, int n) => n switch
    {
        1 => x > 0 ? x * x : throw new ArgumentException("x"),
        _ => throw new NotSupportedException(),
    };
}
