// Assignments inside loop conditions run once more than the bodies.
// point: i: 3, j: 5
// value: 135.0
// gradient: 45.0 27.0
// direction: 1 -0.5
// hvp: -4.5 9
// The numbers are reference values in 17 digits for clad Loops.C fn32.
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class AssignmentInCondition
{
    [Differentiable]
    public static double F(double i, double j)
    {
        double total = 0;
        for (int outer = 0; (total += i * j) != 0; outer++)
        {
            for (int inner = 0; (total += i * j) != 0; inner++)
            {
                if (inner == 1)
                {
                    total += i * j;
                    break;
                }
            }
            if (outer == 1)
            {
                total += i * j;
                break;
            }
        }
        return total;
    }
}
