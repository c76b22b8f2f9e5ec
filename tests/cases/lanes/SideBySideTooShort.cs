// A row that is missing: the exception of the plain loop.
// point: w: LaneData.Signed(3 * 5), rows: 3
// lengths: w: LaneData.Signed(3 * N), rows: 3
// lanes: 8
// sums: 4
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideTooShort
{
    [Differentiable]
    public static double F(double[] w, int rows)
    {
        double product = 1;
        for (int o = 0; o < rows; o++)
        {
            double sum = 0;
            for (int i = 0; i < 3; i++)
                sum += w[3 * o + i];
            product = product * 0.7 + sum;
        }
        return product;
    }
}
