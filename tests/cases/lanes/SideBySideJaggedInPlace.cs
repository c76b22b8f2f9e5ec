// Rows that are written behind their sums: a later row may be the same array, so that no rows stand side by side.
// point: a: 1.5, x: [0.5, -1, 2], m: LaneData.Rows(13, 3)
// lengths: a: 1.5, x: [0.5, -1, 2], m: LaneData.Rows(N, 3)
// lanes: 8
// sums: 1
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideJaggedInPlace
{
    [Differentiable]
    public static double F(double a, double[] x, double[][] m)
    {
        double greatest = double.NegativeInfinity;
        for (int r = 0; r < m.Length; r++)
        {
            double[] row = m[r];
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
                sum += row[j] * x[j];
            row[1] = sum * a;
            if (sum > greatest)
                greatest = sum;
        }
        return greatest;
    }
}
