// In place, a Jvp and a Vjp look the same: the name has to say which one it is.
// expect: DG0027 at DerivativeOf(typeof(OfOthersAmbiguous), nameof(Double))
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersAmbiguous
{
    [Differentiable]
    public static double F(double x) => Sum(x);

    private static double Sum(double x) => x;

    public static void Double(Span<double> a) => a[0] *= 2;

    [DerivativeOf(typeof(OfOthersAmbiguous), nameof(Double))]
    private static void Rule(Span<double> a, Span<double> da) => da[0] *= 2;
}
