// A sum over a lambda runs in one pass: what is inlined can be fused.
// point: w: [0.7, 1, -2, 0.3]
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class FusedSum
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> w)
    {
        double norm = Sum(w, v => v * v);
        return norm + Sum(w, v => Math.Exp(-v));
    }

    [Differentiable]
    private static double Sum(ReadOnlySpan<double> values, [Differentiable] Func<double, double> of)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += of(values[i]);
        return sum;
    }
}
