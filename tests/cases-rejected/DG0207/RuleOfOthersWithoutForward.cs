// The rule for a method of others serves reverse mode alone, but FJvp is asked for too.
// expect: DG0207 at Other.Next(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class RuleOfOthersWithoutForward
{
    [Differentiable]
    public static double F(double x) => Other.Next(x) * x;

    [DerivativeOf(typeof(Other), nameof(Other.Next))]
    private static double NextVjp(double x, double cotangent) => cotangent;

    public static class Other
    {
        public static double Next(double x) => Math.BitIncrement(x);
    }
}
