// A library method that reads an active buffer.
// expect: DG0201 at Sum(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class UnmarkedBuffer
{
    [Differentiable]
    public static double F(double[] x) => Sum(x);

    private static double Sum(double[] v) => v[0];
}
