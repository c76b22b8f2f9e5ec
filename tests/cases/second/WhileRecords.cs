// A loop without a count: records on the tape have tangents beside them, whole numbers and flags have none.
// point: x: 0.3, y: 0.9
// point: x: -1.4, y: 0.2
using System;
using DiffGen;

namespace Cases.Second;

public static partial class WhileRecords
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double x, double y)
    {
        int steps = 0;
        double z = x * y;
        while (Math.Abs(z) < 4 && steps < 12)
        {
            steps++;
            if (z > 0.5)
                z = (z * z) + (0.25 * steps * y);
            else
                z += Math.Exp(-z) * x * x;
            if (steps == 7)
                break;
        }
        return z * y;
    }
}
