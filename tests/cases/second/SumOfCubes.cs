// A diagonal Hessian through a loop.
// point: x: [1, -2, 0.5]
// value: -6.875
// gradient: 3 12 0.75
// direction: 1 1 2
// hvp: 6 -12 6
// Reference values computed with PyTorch.
using System;
using DiffGen;

namespace Cases.Second;

public static partial class SumOfCubes
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] x)
    {
        double s = 0;
        foreach (double e in x)
            s += e * e * e;
        return s;
    }
}
