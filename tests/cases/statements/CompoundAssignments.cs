// Every compound assignment, on elements with side effects in the index.
// point: x: [0.3, -1.2, 0.8, 2.0]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class CompoundAssignments
{
    [Differentiable]
    public static double F(double[] x)
    {
        int i = 0;
        x[i++] += x[i] * 2;
        x[i++] -= x[0];
        x[i] *= x[i++];
        x[i] /= x[--i] + 3;
        x[^1] %= 1.7;
        double s = x[i] += x[0] *= 3;
        return s * x[1] * x[2] * x[3];
    }
}
