// Values only: the number of rows and columns is known when the code is generated.
// point: x: 0.5, y: -1.1, z: 2
// jacobian: vector4of3 1e-12 jacobian
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class Values
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (double, double, double, double) F(double x, double y, double z) =>
        (x * y, Math.Sin(y * z), Math.Exp(x) / (1 + (z * z)), x * y * z);
}
