// A loop of unknown length with records on the tape, and values that are overwritten.
// point: x: 3.0, y: 7.0, limit: 1e-6
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class WhileLoop
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (double Mean, double Product) F(double x, double y, [NoDerivative] double limit)
    {
        double product = 1;
        while (Math.Abs(x - y) > limit)
        {
            double next = 0.5 * (x + y);
            y = Math.Sqrt(x * y);
            x = next;
            product *= x / y;
        }
        return (x, product * y);
    }
}
