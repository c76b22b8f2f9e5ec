// Beale's function of two scalars: both parts of the product are returned in one tuple.
// point: x: 1.1, y: 0.4
// value: 5.00917716
// gradient: -6.222268799999999 5.866502400000001
// direction: -0.5 2
// hvp: 1.151040000000001 36.795776000000004
// Reference values computed with PyTorch.
using System;
using DiffGen;

namespace Cases.Second;

public static partial class Beale
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double x, double y)
    {
        double a = 1.5 - x + (x * y), b = 2.25 - x + (x * y * y), c = 2.625 - x + (x * y * y * y);
        return (a * a) + (b * b) + (c * c);
    }
}
