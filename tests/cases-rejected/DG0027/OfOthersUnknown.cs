// There is no such method.
// expect: DG0027 at DerivativeOf(typeof(Math), "Sine")
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersUnknown
{
    [Differentiable]
    public static double F(double x) => Sum(x);

    private static double Sum(double x) => x;

    [DerivativeOf(typeof(Math), "Sine")]
    private static double SineVjp(double x, double cotangent) => Math.Cos(x) * cotangent;
}
