// Derivatives in a branch that is not taken, in one that is, and in a loop that leaves early.
// point: x: 0.7, y: 1.2
// point: x: -0.7, y: 1.2
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class InBranchAndLoop
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double sum = x > 0 ? GJvp(x, y, 1, x).Tangent : GGradient(x, y).y;
        for (int i = 0; i < 5; i++)
        {
            sum += GVjp(sum * 0.1, y, x).x;
            if (sum > 3)
                break;
        }
        return sum;
    }

    [Differentiable]
    private static double G(double x, double y) => Math.Sin(x * y) + x * x * y;
}
