// Rows that are one and the same array, rows that are longer, and from a length on one that is too short among the last.
// point: x: [0.5, -1, 2], rows: LaneData.UnevenRows(13, 3)
// lengths: x: [0.5, -1, 2], rows: N > 40 ? [.. LaneData.UnevenRows(N - 3, 3), [0.5], .. LaneData.Rows(2, 3)] : LaneData.UnevenRows(N, 3)
// lanes: 8
// sums: 4
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideJaggedUneven
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
