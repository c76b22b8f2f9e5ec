// All functions of one argument that loops in lanes know.
// point: x: LaneData.Numbers(19), y: new double[19]
// lengths: x: LaneData.Numbers(N), y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class EveryFunction
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            double u = 0.5 * v;
            double s = Math.Abs(v) + Math.Acos(u) + Math.Asin(u) + Math.Atan(v) + Math.Cbrt(v) + Math.Cos(v) + Math.Cosh(v);
            s += Math.Exp(v) * Math.Exp(-u) + Math.Log(v) + Math.Log2(v) + Math.Log10(v) + Math.Sin(v) + Math.Sinh(v);
            s += Math.Sqrt(v) + Math.Tan(u) + Math.Tanh(v) + Math.Acosh(v + 1) + Math.Asinh(v) + Math.Atanh(u);
            y[i] = s;
        }
    }
}
