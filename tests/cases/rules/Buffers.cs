// A Vjp rule reads its buffers in the reverse sweep as they were, although they are overwritten after the call; one buffer is inactive.
// point: a: new double[] { 0.5, -1.5, 2 }, m: new double[,] { { 0.3, 0.1, 0.2 }, { -0.4, 0.6, 0.5 } }
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class Buffers
{
    private static readonly double[] Weights = [1, 2, 3];

    [Differentiable]
    public static double F(Span<double> a, double[,] m)
    {
        double s = 1;
        for (int i = 0; i < a.Length; i++)
        {
            double[] local = [Math.Sin(s), a[i], 0.5];
            s += (0.1 * Dot(a, local)) + (0.1 * Dot(Weights, a)) + (Trace(m) * s);
            a[i] = Math.Cos(s) * a[0];
            m[1, i] = Math.Sin(m[0, i] + s);
        }
        return s + Dot(a, a);
    }

    [CustomDerivative(Jvp = nameof(DotForwards), Vjp = nameof(DotBackwards))]
    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * y[i];
        return s;
    }

    private static (double, double) DotForwards(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dx, ReadOnlySpan<double> dy) =>
        (Dot(x, y), Dot(dx, y) + Dot(x, dy));

    private static void DotBackwards(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double cotangent, Span<double> dx, Span<double> dy)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] += cotangent * y[i];
            dy[i] += cotangent * x[i];
        }
    }

    [CustomDerivative(Jvp = nameof(TraceForwards), Vjp = nameof(TraceBackwards))]
    private static double Trace(double[,] m) => m[0, 0] * m[1, 1];

    private static (double, double) TraceForwards(double[,] m, double[,] dm) => (Trace(m), (dm[0, 0] * m[1, 1]) + (m[0, 0] * dm[1, 1]));

    private static void TraceBackwards(double[,] m, double cotangent, double[,] dm)
    {
        dm[0, 0] += cotangent * m[1, 1];
        dm[1, 1] += cotangent * m[0, 0];
    }
}
