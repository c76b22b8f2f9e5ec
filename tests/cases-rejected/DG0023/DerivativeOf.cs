// Rules for code of others come in a later step.
// expect: DG0023 at Rule
using System;
using DiffGen;

namespace Rejected;

public static partial class DerivativeOf
{
    [Differentiable]
    [DerivativeOf(typeof(Math), nameof(Math.Sin))]
    public static double Rule(double x) => Math.Cos(x);
}
