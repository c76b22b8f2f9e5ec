// A leave-one-out score of a kernel density estimate with a choice of kernels.
// point: sample: [0.1, 0.5, 0.9, 1.7, 2.0], bandwidth: 0.6, kernel: "gauss"
// point: sample: [0.1, 0.5, 0.9, 1.7, 2.0], bandwidth: 1.3, kernel: "epanechnikov"
using System;
using DiffGen;

namespace Cases.Library;

public static partial class KernelDensity
{
    [Differentiable]
    public static double F(double[] sample, double bandwidth, string kernel)
    {
        double score = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double density = 0;
            for (int j = 0; j < sample.Length; j++)
            {
                if (i == j)
                    continue;
                double u = (sample[i] - sample[j]) / bandwidth;
                density += kernel switch
                {
                    "gauss" => Math.Exp(-0.5 * u * u) / Math.Sqrt(2 * Math.PI),
                    "epanechnikov" when Math.Abs(u) < 1 => 0.75 * (1 - (u * u)),
                    "epanechnikov" => 0,
                    _ => throw new NotSupportedException(kernel),
                };
            }
            score += Math.Log(density / ((sample.Length - 1) * bandwidth));
        }
        return score;
    }
}
