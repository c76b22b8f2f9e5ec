// A conditional access.
// expect: DG0125 at name?.Length
using System;
using DiffGen;

namespace Rejected;

public static partial class ConditionalAccess
{
    [Differentiable]
    public static double F(double x, string? name) => x * (name?.Length ?? 0);
}
