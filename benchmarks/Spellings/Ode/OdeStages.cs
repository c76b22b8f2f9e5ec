using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>The stages in a jagged array, with their weights in tables; the slope within the loop over components.</summary>
internal static partial class OdeStages
{
    private static readonly double[] s_times = [0, 0.5, 0.5, 1];
    private static readonly double[] s_weights = [1, 2, 2, 1];

    [Differentiable(Derivatives.Gradient)]
    public static double Last(double[] x, int steps)
    {
        int n = x.Length;
        double h = 2.0 / steps;
        var y = new double[n];
        for (int step = 0; step < steps; step++)
        {
            var stages = new double[4][];
            var sum = new double[n];
            for (int stage = 0; stage < 4; stage++)
            {
                stages[stage] = new double[n];
                for (int i = 0; i < n; i++)
                {
                    double before = 1;
                    if (i > 0)
                        before = stage == 0 ? y[i - 1] : y[i - 1] + (h * s_times[stage] * stages[stage - 1][i - 1]);
                    stages[stage][i] = x[i] * before;
                    sum[i] += s_weights[stage] * stages[stage][i];
                }
            }
            for (int i = 0; i < n; i++)
                y[i] += h / 6 * sum[i];
        }
        return y[n - 1];
    }
}
