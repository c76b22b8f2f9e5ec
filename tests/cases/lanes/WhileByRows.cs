// A while loop that moves on by a row, and one inside that counts in the middle of its work.
// point: x: LaneData.Signed(3 * 19), w: [0.5, -1.5, 2], d: 3
// lengths: x: LaneData.Signed(3 * N), w: [0.5, -1.5, 2], d: 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class WhileByRows
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, double[] w, int d)
    {
        double total = 0;
        int i = 0;
        while (i < x.Length)
        {
            ReadOnlySpan<double> row = x.Slice(i, d);
            double s = 0;
            int j = 0;
            while (j < row.Length)
            {
                double difference = row[j] - w[j++];
                s += difference * difference;
            }
            total += Math.Sqrt(s + 1);
            i += d;
        }
        return total;
    }
}
