// Instrumented companions come in a later step.
// expect: DG0018 at Differentiable(Profile = true)
using System;
using DiffGen;

namespace Rejected;

public static partial class Profile
{
    [Differentiable(Profile = true)]
    public static double F(double x) => x * x;
}
