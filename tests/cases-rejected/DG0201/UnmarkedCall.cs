// An active argument goes into a method that is not marked.
// expect: DG0201 at Square(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class UnmarkedCall
{
    [Differentiable]
    public static double F(double x) => Square(x);

    private static double Square(double v) => v * v;
}
