// The log-likelihood of counts under a negative binomial distribution, by products in place of gamma functions.
// point: counts: [0, 3, 1, 7, 2], size: 1.7, mean: 2.4
// value: -10.504563724601937
// gradient: 0.026225191008841058, 0.17276422764227642
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class NegativeBinomial
{
    [Differentiable]
    public static double F(int[] counts, double size, double mean)
    {
        double probability = size / (size + mean), total = 0.0;
        for (int i = 0; i < counts.Length; i++)
        {
            int k = counts[i];
            if (k < 0)
                throw new ArgumentException($"Count {i} is negative.", nameof(counts));
            double logBinomial = 0.0;
            for (int j = 0; j < k; j++)
                logBinomial += Math.Log((size + j) / (j + 1));
            total += logBinomial + (size * Math.Log(probability)) + (k * double.LogP1(-probability));
        }
        return total;
    }
}
