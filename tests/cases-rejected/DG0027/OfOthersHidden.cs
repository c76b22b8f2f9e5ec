// Generated code could not call the rule.
// expect: DG0027 at DerivativeOf(typeof(Math), nameof(Math.Sin))
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersHidden
{
    [Differentiable]
    public static double F(double x) => Rules.Sum(x);

    private static class Rules
    {
        public static double Sum(double x) => x;

        [DerivativeOf(typeof(Math), nameof(Math.Sin))]
        public static double SinVjp(double x, double cotangent) => Math.Cos(x) * cotangent;
    }
}
