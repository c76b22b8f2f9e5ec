// Three returns, of which the point takes the last.
// point: x: 0.5, unused: 0
// value: 2.25
// gradient: 9.0 0
// direction: 1 -0.5
// hvp: 18 0
// The numbers are reference values in 17 digits for clad Gradients.C f_decls3.
// point: x: 2, unused: 0
// gradient: 6 0
// point: x: -2, unused: 0
// gradient: -6 0
using System;
using DiffGen;

namespace Cases.Control;

public static partial class EarlyReturns
{
    [Differentiable]
    public static double F(double x, double unused)
    {
        double a = 3 * x;
        if (x > 1)
            return 2 * a;
        if (x < -1)
            return -2 * a;
        return a * a;
    }
}
