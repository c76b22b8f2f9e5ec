// Nothing comes out that could have a derivative.
// expect: DG0025 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class NoResult
{
    [Differentiable]
    public static void F(double x)
    {
    }
}
