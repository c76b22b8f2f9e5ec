// Second derivatives through local functions that capture.
// point: x: 0.7, y: 1.3
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class SecondOrder
{
    [Differentiable(Derivatives.Default | Derivatives.Hessian | Derivatives.Hvp)]
    public static double F(double x, double y)
    {
        double Energy(double r) => (x * r * r) - Math.Log(r);
        double sum = 0;
        for (int i = 1; i < 4; i++)
            sum += Energy(y * i);
        return sum * x;
    }
}
