// Assignments inside conditional operands.
// point: x: 1.3, y: -0.4
// point: x: -1.3, y: -0.4
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class NestedTernaryAssignments
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double t = 0;
        double s = x > 0 ? (t = x * y) + t : (t = y) * (t += x);
        return s + t;
    }
}
