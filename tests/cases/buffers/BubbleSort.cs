// Sorting by comparisons and swaps in place: a permutation of adjoints.
// point: a: [3.0, 1.0, 2.0, -1.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class BubbleSort
{
    [Differentiable]
    public static double F(double[] a)
    {
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j + 1 < a.Length - i; j++)
            {
                if (a[j] > a[j + 1])
                    (a[j], a[j + 1]) = (a[j + 1], a[j]);
            }
        }
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += (i + 1) * a[i] * a[i];
        return s;
    }
}
