// A vector field as a function that fills a span, stepped in time.
// point: x: [0.7, 0.1], k: 2
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class OverArrays
{
    public delegate void Field(ReadOnlySpan<double> state, Span<double> rate);

    [Differentiable]
    public static double F(double[] x, double k)
    {
        Euler((s, r) =>
        {
            r[0] = s[1];
            r[1] = -k * Math.Sin(s[0]);
        }, x, 0.1, 5);
        return x[0] * x[1];
    }

    [Differentiable]
    private static void Euler([Differentiable] Field field, double[] state, double h, int steps)
    {
        var rate = new double[state.Length];
        for (int s = 0; s < steps; s++)
        {
            field(state, rate);
            for (int i = 0; i < state.Length; i++)
                state[i] += h * rate[i];
        }
    }
}
