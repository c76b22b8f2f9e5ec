// A string is no derivative's value.
// expect: DG0004 at string
using System;
using DiffGen;

namespace Rejected;

public static partial class ReturnType
{
    [Differentiable]
    public static string F(double x) => x > 0 ? "positive" : "negative";
}
