// A delegate parameter is invoked.
// expect: DG0123 at f(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class DelegateCall
{
    [Differentiable]
    public static double F(double x, Func<double, double> f) => f(x);
}
