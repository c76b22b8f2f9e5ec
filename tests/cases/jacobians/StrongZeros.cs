// Square roots and powers at zero: a direction that does not reach them is not touched by their poles.
// point: x: 0.0, y: 4.0, z: 0.5
// kink: the square root has no derivative at zero
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class StrongZeros
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (double, double, double) F(double x, double y, double z) =>
        (Math.Sqrt(x) + y, Math.Pow(y, z) + Math.Sqrt(y * z), Math.Max(x, z) * Math.Abs(y));
}
