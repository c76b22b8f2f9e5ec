// All functions of two and more arguments that loops in lanes know.
// point: x: LaneData.Signed(19), y: LaneData.Numbers(19, 2), z: new double[19]
// lengths: x: LaneData.Signed(N), y: LaneData.Numbers(N, 2), z: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class FunctionsOfTwo
{
    [Differentiable]
    public static void F(double[] x, double[] y, double[] z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double a = x[i], b = y[i];
            double s = Math.Atan2(a, b) + Math.Pow(b, a) + Math.Max(a, b) + Math.Min(a, b) + Math.CopySign(b, a);
            s += Math.FusedMultiplyAdd(a, b, a) + Math.MaxMagnitude(a, b) + Math.MinMagnitude(a, b) + Math.Log(b, 2.5);
            z[i] = s + double.Hypot(a, b);
        }
    }
}
