// Two independent bells.
// point: x: 0.5, y: 1.5
// value: 18.975471672717051
// gradient: -28.463207509075577 -28.463207509075577
// direction: 1 -0.5
// hvp: 104.3650941999 -52.18254709995
// The numbers are reference values in 17 digits for OptimTestProblems Exponential.
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Exponential2
{
    [Differentiable]
    public static double F(double x, double y) => Math.Exp(Math.Pow(2 - x, 2)) + Math.Exp(Math.Pow(3 - y, 2));
}
