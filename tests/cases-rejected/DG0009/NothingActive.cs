// Integers alone cannot be differentiated by.
// expect: DG0009 at Differentiable
using System;
using DiffGen;

namespace Rejected;

public static partial class NothingActive
{
    [Differentiable]
    public static double F(int n) => n * 0.5;
}
