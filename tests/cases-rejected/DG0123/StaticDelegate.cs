// A delegate from a static field: what it calls is not known at build time.
// expect: DG0123 at Table(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class StaticDelegate
{
    private static readonly Func<double, double> Table = v => v * v;

    [Differentiable]
    public static double F(double x) => Table(x);

    [Differentiable]
    public static double G(double x) => Apply(Table, x);

    [Differentiable]
    private static double Apply([Differentiable] Func<double, double> f, double x) => f(x);
}
