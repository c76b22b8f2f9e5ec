// A void local function fills a span; the caller overwrites what it filled.
// point: x: [0.7, 2, 1.1]
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class VoidIntoSpan
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        Span<double> work = stackalloc double[3];
        static void Fill(Span<double> target, ReadOnlySpan<double> from, double k)
        {
            for (int i = 0; i < target.Length; i++)
                target[i] = (target[i] * 0.5) + (from[i] * k);
        }

        double sum = 0;
        for (int round = 1; round <= 3; round++)
        {
            Fill(work, x, round * x[0]);
            sum += work[0] * work[1] * work[2];
            work[1] = sum;
        }
        return sum;
    }
}
