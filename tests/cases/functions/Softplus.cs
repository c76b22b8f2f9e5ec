// LogP1 of an exponential, chained with a maximum.
// point: x: 1.5
// point: x: -1.5
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Softplus
{
    [Differentiable]
    public static double F(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
