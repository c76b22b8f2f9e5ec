// A matrix times a vector, with a function of each sum: four rows at a time.
// point: w: LaneData.Signed(7 * 5), x: LaneData.Signed(7, 2)
// lengths: w: LaneData.Signed(7 * N), x: LaneData.Signed(7, 2)
// lanes: 8
// sums: 4
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySide
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> w, double[] x)
    {
        var y = new double[w.Length / 7];
        double total = 0;
        for (int step = 0; step < 2; step++)
        {
            for (int o = 0; o < y.Length; o++)
            {
                double sum = y[o];
                for (int i = 0; i < x.Length; i++)
                    sum += w[7 * o + i] * x[i];
                y[o] = sum > 0 ? Math.Tanh(sum) : sum;
                total = 0.5 * total + y[o];
            }
        }
        return total;
    }
}
