// The shortest method there is.
// point: x: 4.5
// value: 4.5
// gradient: 1
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class IdentityResult
{
    [Differentiable]
    public static double F(double x) => x;
}
