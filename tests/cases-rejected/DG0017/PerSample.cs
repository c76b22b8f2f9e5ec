// Gradients per sample come in a later step.
// expect: DG0017 at Differentiable(Derivatives.PerSample)
using System;
using DiffGen;

namespace Rejected;

public static partial class PerSample
{
    [Differentiable(Derivatives.PerSample)]
    public static double F(double x) => x * x * x;
}
