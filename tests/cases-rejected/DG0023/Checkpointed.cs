// Checkpointing of a whole method comes in a later step.
// expect: DG0023 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class Checkpointed
{
    [Differentiable]
    [Checkpoint]
    public static double F(double x) => Math.Exp(Math.Sin(x));
}
