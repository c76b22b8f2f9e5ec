// Infinities, NaN, zeros of both signs, the smallest and the largest numbers go through all operations as they do one by one.
// point: x: LaneData.Special(19), y: LaneData.Special(19, 3), z: new double[19]
// kink: infinities and NaN
// lengths: x: LaneData.Special(N), y: LaneData.Special(N, 3), z: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SpecialNumbers
{
    [Differentiable]
    public static void F(double[] x, double[] y, double[] z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double a = x[i], b = y[i];
            double s = a < b ? -a : a == b ? a * b : a != b ? a - b : a / b;
            double t = Math.Max(a, b) * Math.Min(b, a);
            if (!(a <= b))
                s = Math.Abs(a) + t;
            z[i] = s;
        }
    }
}
