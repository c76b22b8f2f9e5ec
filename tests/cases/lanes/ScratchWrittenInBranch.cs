// Memory of the iteration that a branch writes.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchWrittenInBranch
{
    [Differentiable]
    public static double F(double[] x)
    {
        Span<double> t = stackalloc double[2];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            t[0] = 1.5;
            t[1] = x[i];
            if (x[i] > 0)
                t[0] = x[i] * x[i];
            else
                t[1] += 2;
            s += t[0] * t[1];
        }
        return s;
    }
}
