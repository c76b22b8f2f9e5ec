// Singular rows with a zero adjoint: log, acos, atanh, cbrt, hypot give no NaN.
// point: x: 0, y: 1
// kink: singular points
// value: 2
// gradient: 0 1
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class StrongZeroLogarithms
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = Math.Log(x) > -5 ? Math.Log(x) : 0;
        s += 0 * Math.Acos(y) + (0 * Math.Cbrt(x)) + (0 * double.Hypot(x, 0)) + (0 * Math.Asin(y));
        return s + y + 1;
    }
}
