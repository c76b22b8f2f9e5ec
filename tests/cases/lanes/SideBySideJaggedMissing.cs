// A row that is not there.
// point: x: [0.5, -1, 2], rows: LaneData.Rows(13, 3)
// lengths: x: [0.5, -1, 2], rows: N > 20 ? [.. LaneData.Rows(N - 5, 3), null!, .. LaneData.Rows(4, 3)] : LaneData.Rows(N, 3)
// lanes: 8
// sums: 4
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideJaggedMissing
{
    [Differentiable]
    public static double F(double[] x, [NoDerivative] double[][] rows)
    {
        double greatest = double.NegativeInfinity;
        for (int r = 0; r < rows.Length; r++)
        {
            double[] row = rows[r];
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
                sum += row[j] * x[j];
            if (sum > greatest)
                greatest = sum;
        }
        return greatest;
    }
}
