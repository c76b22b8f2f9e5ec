// A product of inputs inside two functions: the Hessian has mixed entries, one of which is zero.
// point: x: [0.7, -1.3, 2.1]
// value: 1.6358444413364492
// gradient: 1.325960439741064 0.19507850552471412 0.5434380776340111
// direction: 0.3 0.2 -1
// hvp: -0.5485058572186522 -0.009062831185241468 0.3960147737639274
// point: x: [-2, 0.5, 0]
// Reference values computed with PyTorch.
using System;
using DiffGen;

namespace Cases.Second;

public static partial class ExpSin
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] x) => Math.Exp(Math.Sin(x[0] * x[1])) + (x[0] * Math.Log(1 + (x[2] * x[2])));
}
