// A marked method may not return by ref.
// expect: DG0005 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class ReturnsByRef
{
    [Differentiable]
    public static ref double F(double[] x) => ref x[0];
}
