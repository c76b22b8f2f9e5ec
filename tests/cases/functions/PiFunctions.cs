// Functions of multiples of pi.
// point: x: 0.2
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class PiFunctions
{
    [Differentiable]
    public static double F(double x) =>
        double.SinPi(x) + double.CosPi(x) + double.TanPi(x) + double.AsinPi(x) + double.AcosPi(x) + double.AtanPi(x) + double.Atan2Pi(x, 0.3) + double.Atan2(0.3, x);
}
