// Functions at infinities, NaN, zeros of both signs, the smallest and the largest numbers.
// point: x: LaneData.Special(19), y: LaneData.Special(19, 3), z: new double[9 * 19]
// kink: infinities and NaN
// infinite: partial derivatives at zeros, by which a sweep over rows multiplies the zeros of all other rows
// lengths: x: LaneData.Special(N), y: LaneData.Special(N, 3), z: new double[9 * N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SpecialFunctions
{
    [Differentiable]
    public static void F(double[] x, double[] y, double[] z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double a = x[i], b = y[i];
            z[9 * i] = Math.Sin(a);
            z[9 * i + 1] = Math.Exp(a);
            z[9 * i + 2] = Math.Log(a);
            z[9 * i + 3] = Math.Pow(a, b);
            z[9 * i + 4] = Math.Atan2(a, b);
            z[9 * i + 5] = -a;
            z[9 * i + 6] = Math.Max(a, b);
            z[9 * i + 7] = Math.Min(a, b);
            z[9 * i + 8] = Math.Tanh(a) + Math.Sqrt(b);
        }
    }
}
