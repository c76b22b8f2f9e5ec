// Delegates come in a later step.
// expect: DG0003 at f
using System;
using DiffGen;

namespace Rejected;

public static partial class DelegateParameter
{
    [Differentiable]
    public static double F(double x, Func<double, double> f) => f(x);
}
