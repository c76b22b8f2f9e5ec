// sin, cos, tan and their inverses; two-argument arctangent in all quadrants.
// point: x: 0.4, y: 0.7
// point: x: -0.4, y: 0.7
// point: x: -0.4, y: -0.7
// point: x: 0.4, y: -0.7
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Trigonometry
{
    [Differentiable]
    public static double F(double x, double y) =>
        Math.Sin(x) + Math.Cos(x * y) + Math.Tan(x) + Math.Asin(x) + Math.Acos(x) + Math.Atan(x * 2) + Math.Atan2(y, x);
}
