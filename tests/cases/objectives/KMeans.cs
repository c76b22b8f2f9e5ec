// Sum of squared distances to the nearest centroid, rows as spans; the reference gradient is the Newton direction times its diagonal.
// point: points: CaseData.Rows("kmeans_k3_n20_d2", "input.points"), centroids: CaseData.Rows("kmeans_k3_n20_d2", "input.centroids")
// objective: kmeans_k3_n20_d2 cost
// gradient: -3.592305200031075 3.6211372737459113 -0.14091583153278098 0.5619619873806219 -0.9308242004668676 -0.3059925863632329
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class KMeans
{
    [Differentiable]
    public static double F([NoDerivative] double[][] points, double[][] centroids)
    {
        double cost = 0;
        foreach (double[] p in points)
        {
            double best = double.PositiveInfinity;
            foreach (double[] c in centroids)
            {
                double distance = Distance(p, c);
                if (distance < best)
                    best = distance;
            }
            cost += best;
        }
        return cost;
    }

    [Differentiable]
    private static double Distance([NoDerivative] ReadOnlySpan<double> p, ReadOnlySpan<double> c)
    {
        double s = 0;
        for (int i = 0; i < p.Length; i++)
            s += (p[i] - c[i]) * (p[i] - c[i]);
        return s;
    }
}
