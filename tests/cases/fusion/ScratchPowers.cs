// Scratch that a recurrence fills behind its first element, in front of the loop over points: each iteration reads only what it wrote itself.
// point: x: new[] { 0.5, -1.25, 0.75, 0.3 }, n: 5
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class ScratchPowers
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, int n)
    {
        var powers = new double[x.Length];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1 + (2.0 * i / (n - 1));
            powers[0] = 1;
            for (int j = 1; j < powers.Length; j++)
                powers[j] = powers[j - 1] * t;
            double value = 0;
            for (int j = 0; j < powers.Length; j++)
                value += x[j] * powers[j];
            double residual = Math.Sign(t) - value;
            sum += residual * residual;
        }
        return 0.5 * sum;
    }
}
