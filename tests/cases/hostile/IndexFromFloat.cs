// An index computed from an active value through StopGradient.
// point: x: 1.7, table: [1.0, 2.0, 4.0, 8.0]
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class IndexFromFloat
{
    [Differentiable]
    public static double F(double x, double[] table)
    {
        int i = (int)Diff.StopGradient(x);
        double f = x - i;
        return (table[i] * (1 - f)) + (table[i + 1] * f);
    }
}
