// The same with Math.Min and flat arrays.
// point: points: CaseData.Flat("kmeans_k3_n20_d2", "input.points"), centroids: CaseData.Flat("kmeans_k3_n20_d2", "input.centroids"), d: 2
// objective: kmeans_k3_n20_d2 cost
// gradient: -3.592305200031075 3.6211372737459113 -0.14091583153278098 0.5619619873806219 -0.9308242004668676 -0.3059925863632329
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class KMeansMin
{
    [Differentiable(Wrt = new[] { nameof(centroids) })]
    public static double F(ReadOnlySpan<double> points, ReadOnlySpan<double> centroids, int d)
    {
        double cost = 0;
        for (int i = 0; i < points.Length; i += d)
        {
            double best = double.MaxValue;
            for (int j = 0; j < centroids.Length; j += d)
            {
                double s = 0;
                for (int k = 0; k < d; k++)
                {
                    double e = points[i + k] - centroids[j + k];
                    s += e * e;
                }
                best = Math.Min(best, s);
            }
            cost += best;
        }
        return cost;
    }
}
