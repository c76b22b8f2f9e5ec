// Savitzky and Golay's smoothing with a fixed window; the ends are left as they are.
// point: signal: [1, 0.5, -0.3, 0.2, 0.9, -1, 0.4, 0.8], strength: 0.7
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SavitzkyGolay
{
    private static readonly int[] Window = [-3, 12, 17, 12, -3];

    [Differentiable]
    public static double[] F(double[] signal, double strength)
    {
        const int reach = 2, norm = 35;
        var smooth = (double[])signal.Clone();
        for (int i = reach; i < signal.Length - reach; i++)
        {
            double sum = 0;
            for (int k = -reach; k <= reach; k++)
                sum += Window[k + reach] * signal[i + k];
            smooth[i] = ((1 - strength) * signal[i]) + (strength * sum / norm);
        }
        return smooth;
    }
}
