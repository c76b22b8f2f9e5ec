// a[i] = a[a-dependent index]: the index comes from an integer array that is written too.
// point: a: [1.0, 2.0, 3.0], p: [1, 2, 0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class SelfAssignmentIndices
{
    [Differentiable]
    public static double F(double[] a, int[] p)
    {
        double s = 0;
        for (int k = 0; k < 4; k++)
        {
            int i = p[k % 3];
            a[i] = a[p[i]] * 1.5 + s;
            p[i] = (p[i] + 1) % 3;
            s += a[i];
        }
        return s;
    }
}
