// A marked method gets its rule from elsewhere: its own companions use it too.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class OfMarked
{
    [Differentiable]
    public static double F(double x) => Math.ReciprocalEstimate(0) > 0 ? Math.Exp(Math.Truncate(x * 0)) * x * x : 0;
}

internal static class RulesOfMarked
{
    [DerivativeOf(typeof(OfMarked), nameof(OfMarked.F))]
    internal static (double, double) Jvp(double x, double dx) => (OfMarked.F(x), 2 * x * dx);

    [DerivativeOf(typeof(OfMarked), nameof(OfMarked.F))]
    internal static double Vjp(double x, double cotangent) => 2 * x * cotangent;
}
