// Chained assignment: all three variables hold the same value and the derivative of the last.
// point: x: 3, y: 4
// value: 16.0
// gradient: 0 8.0
// direction: 1 -0.5
// hvp: 0 -1
// The numbers are reference values in 17 digits for clad Assignments.C f8.
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class AssignmentAsExpression
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double t0, t1 = x * 0 + 1, t2 = t1, t3;
        t3 = y *= t0 = t1 = t2;
        t2 = y;
        return t3 * t2 * t0;
    }
}
