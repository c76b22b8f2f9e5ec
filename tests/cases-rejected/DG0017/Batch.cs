// Gradients of many inputs at once come in a later step.
// expect: DG0017 at Differentiable(Derivatives.Batch)
using System;
using DiffGen;

namespace Rejected;

public static partial class Batch
{
    [Differentiable(Derivatives.Batch)]
    public static double F(double x) => x * x * x;
}
