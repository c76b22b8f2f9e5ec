// The branch that would divide by the norm is not taken at the origin, and contributes not even NaN.
// point: x: 0, y: 0
// kink: the norm at the origin
// value: 1
// gradient: 1 0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class NormAtZero
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double square = (x * x) + (y * y);
        double norm = square > 0 ? Math.Sqrt(square) : 0;
        return norm + x + 1;
    }
}
