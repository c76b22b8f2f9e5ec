// Two loops after one another; the second needs the first's sum.
// point: x: [1.0, 0.5, 0.25]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class TwoLoops
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double mean = 0;
        for (int i = 0; i < x.Length; i++)
            mean += x[i];
        mean /= x.Length;
        double variance = 0;
        for (int i = 0; i < x.Length; i++)
            variance += (x[i] - mean) * (x[i] - mean);
        return Math.Sqrt(variance / x.Length) + mean;
    }
}
