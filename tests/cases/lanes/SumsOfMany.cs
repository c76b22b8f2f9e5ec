// Short sums over so many elements that several partial sums pay, forwards and backwards, in double and in single precision.
// point: x: LaneData.Signed(301), y: LaneData.Singles(203), first: 2
// lengths: x: LaneData.Signed(3 * N), y: LaneData.Singles(2 * N), first: 2
// lanes: 8 and 16
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SumsOfMany
{
    [Differentiable]
    public static double F(double[] x, float[] y, int first)
    {
        double squares = 0, difference = 1;
        for (int i = x.Length - 1; i >= first; i -= 3)
        {
            squares += x[i] * x[i - 1];
            difference -= x[i];
        }
        double all = 2;
        for (int i = 0; i < x.Length; i++)
            all += x[i] * x[x.Length - 1 - i];
        float single = 0;
        for (int i = 1; i < y.Length; i++)
            single += y[i] * y[i - 1];
        return (squares * difference) + all + single;
    }
}
