// The user has written a method of the companion's name and parameters.
// expect: DG0020 at Differentiable
using System;
using DiffGen;

namespace Rejected;

public static partial class MemberClash
{
    [Differentiable]
    public static double F(double x) => x * x;

    public static double FGradient(double x) => 2 * x;
}
