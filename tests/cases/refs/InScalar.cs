// in parameters are values that travel by reference.
// point: x: 1.5, y: 2.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class InScalar
{
    [Differentiable]
    public static double F(in double x, in double y) => x * y * y;
}
