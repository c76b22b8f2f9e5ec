// A row that is not there.
// point: x: LaneData.Rows(19, 3), mu: LaneData.Rows(2, 3)
// lengths: x: N > 20 ? [.. LaneData.Rows(N - 5, 3), null!, .. LaneData.Rows(4, 3)] : LaneData.Rows(N, 3), mu: LaneData.Rows(2, 3)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class JaggedRowMissing
{
    [Differentiable]
    public static double F([NoDerivative] double[][] x, double[][] mu)
    {
        double total = 0;
        foreach (double[] point in x)
        {
            double weight = 1;
            for (int c = 0; c < mu.Length; c++)
                weight += SquaredDistance(point, mu[c]);
            total += Math.Log(weight);
        }
        return total;
    }

    [Differentiable]
    private static double SquaredDistance([NoDerivative] double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
