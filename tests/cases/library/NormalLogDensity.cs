// The log-density of a normal distribution, summed over a sample with compensated summation.
// point: mean: 0.3, deviation: 1.4, sample: [0.5, -1.0, 2.2, 0.1]
// value: -6.3940920588953794
// gradient: 0.30612244897959184, -0.89650145772594752, -0.10204081632653061, 0.66326530612244898, -0.96938775510204082, 0.10204081632653061
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class NormalLogDensity
{
    [Differentiable]
    public static double F(double mean, double deviation, params double[] sample)
    {
        if (!(deviation > 0))
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "The deviation must be positive.");
        double sum = 0, compensation = 0;
        foreach (double x in sample)
        {
            double z = (x - mean) / deviation;
            double y = (-0.5 * z * z) - compensation, t = sum + y;
            compensation = t - sum - y;
            sum = t;
        }
        return sum - (sample.Length * (Math.Log(deviation) + (0.5 * Math.Log(2 * Math.PI))));
    }
}
