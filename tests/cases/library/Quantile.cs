// A quantile by interpolation in a copy that is sorted by insertion.
// point: sample: [3.2, -1.0, 0.5, 2.2, 1.1], p: 0.6
// point: sample: [3.2, -1.0, 0.5, 2.2, 1.1], p: 1
// kink: the last point has no right neighbour
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Quantile
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> sample, double p)
    {
        if (p is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p));
        double[] sorted = sample.ToArray();
        InsertionSort(sorted);
        double position = p * (sorted.Length - 1);
        int lower = (int)Diff.StopGradient(Math.Floor(position));
        if (lower == sorted.Length - 1)
            return sorted[lower];
        double fraction = position - lower;
        return sorted[lower] + (fraction * (sorted[lower + 1] - sorted[lower]));
    }

    [Differentiable]
    private static void InsertionSort(Span<double> a)
    {
        for (int i = 1; i < a.Length; i++)
        {
            double key = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > key)
            {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = key;
        }
    }
}
