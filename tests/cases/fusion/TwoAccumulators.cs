// Two sums in one loop, combined after it.
// snapshot: the generated file
// point: x: [1.0, 2.0, -0.5]
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class TwoAccumulators
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            squares += (x[i] - 0.3) * x[i];
        }
        return squares - (sum * sum / x.Length);
    }
}
