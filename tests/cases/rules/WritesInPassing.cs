// The methods with rules write their buffers other than by plain assignments: on the left of a deconstruction, and through a conditional reference.
// point: x: new double[] { 2, 5 }
// gradient: 11, 13
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class WritesInPassing
{
    // x0^2 + 3 x1 + x1^2 + 7 x0: what was squared before a call must be found again after it.
    [Differentiable]
    public static double F(Span<double> x)
    {
        double s = x[0] * x[0];
        Exchange(x);
        s += (3 * x[0]) + (x[0] * x[0]);
        Replace(x, true);
        return s + (x[0] * x[1]);
    }

    [CustomDerivative(Jvp = nameof(ExchangeForwards), Vjp = nameof(ExchangeBackwards))]
    private static void Exchange(Span<double> x) => (x[0], x[1]) = (x[1], x[0]);

    private static void ExchangeForwards(Span<double> x, Span<double> dx)
    {
        Exchange(x);
        Exchange(dx);
    }

    private static void ExchangeBackwards(Span<double> x, Span<double> dx) => Exchange(dx);

    [CustomDerivative(Jvp = nameof(ReplaceForwards), Vjp = nameof(ReplaceBackwards))]
    private static void Replace(Span<double> x, bool first) => (first ? ref x[0] : ref x[1]) = 7;

    private static void ReplaceForwards(Span<double> x, bool first, Span<double> dx)
    {
        Replace(x, first);
        dx[first ? 0 : 1] = 0;
    }

    private static void ReplaceBackwards(Span<double> x, bool first, Span<double> dx) => dx[first ? 0 : 1] = 0;
}
