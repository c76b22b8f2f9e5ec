// Two loops use the same memory, and the second reads what the first left at last.
// point: x: LaneData.Signed(19), n: 19
// lengths: x: LaneData.Signed(N), n: N
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchOfTwoLoops
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        var t = new double[2];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            t[0] = x[i] * x[i];
            t[1] = t[0] * x[i];
            total += t[0] * t[1];
        }
        total += t[0];
        for (int i = 0; i < n; i++)
        {
            t[1] = Math.Sin(x[i]);
            t[0] = x[i];
            total += t[0] * t[1];
        }
        return total + t[1] * 3;
    }
}
