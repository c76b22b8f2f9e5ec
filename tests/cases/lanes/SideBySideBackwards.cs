// Backwards, by steps of two, up to and with the end.
// point: w: LaneData.Signed(3 * 5), x: LaneData.Signed(3, 2)
// lengths: w: LaneData.Signed(3 * N), x: LaneData.Signed(3, 2)
// lanes: no
// sums: 4
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideBackwards
{
    [Differentiable]
    public static double F(double[] w, double[] x)
    {
        double product = 1;
        for (int o = w.Length / 3 - 1; o >= 1; o -= 2)
        {
            double sum = 0.3 * o;
            for (int i = 2; i >= 0; i--)
                sum += w[3 * o - i] * x[i];
            product = product * 0.7 + sum * product;
        }
        return product;
    }
}
