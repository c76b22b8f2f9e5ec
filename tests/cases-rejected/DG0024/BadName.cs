// The name is no identifier.
// expect: DG0024 at Differentiable(Name = "not a name")
using System;
using DiffGen;

namespace Rejected;

public static partial class BadName
{
    [Differentiable(Name = "not a name")]
    public static double F(double x) => x * x;
}
