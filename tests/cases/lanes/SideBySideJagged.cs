// The nearest of several rows of a jagged array, the first of equal ones: rows side by side, not one per lane.
// point: points: LaneData.Rows(3, 9), centres: LaneData.Rows(7, 9)
// lengths: points: LaneData.Rows(3, 9), centres: LaneData.Rows(N, 9)
// lanes: 8
// sums: 4
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideJagged
{
    [Differentiable]
    public static double F([NoDerivative] double[][] points, double[][] centres)
    {
        double cost = 0;
        foreach (double[] point in points)
            cost += SquaredDistance(point, centres[Nearest(point, centres)]);
        return cost;
    }

    [Differentiable]
    private static int Nearest([NoDerivative] double[] point, double[][] centres)
    {
        int nearest = 0;
        double least = double.MaxValue;
        for (int c = 0; c < centres.Length; c++)
        {
            double distance = SquaredDistance(point, centres[c]);
            if (distance < least)
            {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
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
