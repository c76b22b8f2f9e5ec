// Threads come in a later step.
// expect: DG0018 at Differentiable(Parallel = true)
using System;
using DiffGen;

namespace Rejected;

public static partial class Parallel
{
    [Differentiable(Parallel = true)]
    public static double F(double x) => x * x;
}
