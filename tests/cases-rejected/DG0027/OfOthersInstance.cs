// A rule has no receiver of its own.
// expect: DG0027 at DerivativeOf(typeof(Math), nameof(Math.Sin))
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersInstance
{
    [Differentiable]
    public static double F(double x) => Rules.Sum(x);

    private sealed class Rules
    {
        public static double Sum(double x) => x;

        [DerivativeOf(typeof(Math), nameof(Math.Sin))]
        private double SinVjp(double x, double cotangent) => Math.Cos(x) * cotangent;
    }
}
