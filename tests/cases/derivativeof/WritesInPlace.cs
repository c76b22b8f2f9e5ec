// Jvp and Vjp of a method that works in place have the same shape: the end of their names tells them apart. Nobody knows what it writes to.
// point: a: new double[] { 0.5, -1.5, 2 }, k: 0.3
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class WritesInPlace
{
    [Differentiable]
    public static double F(double[] a, double k)
    {
        for (int i = 0; i < 2; i++)
        {
            a[i] *= k;
            Filter.Smooth(a);
            a[2] += a[0] * a[1];
        }
        return a[0] + a[1] * a[2];
    }

    [DerivativeOf(typeof(Filter), nameof(Filter.Smooth))]
    private static void SmoothJvp(Span<double> a, Span<double> da)
    {
        Filter.Smooth(a);
        Filter.Smooth(da);
    }

    [DerivativeOf(typeof(Filter), nameof(Filter.Smooth))]
    private static void SmoothVjp(Span<double> a, Span<double> da)
    {
        Filter.Smooth(a);
        for (int i = 0; i < da.Length - 1; i++)
        {
            da[i + 1] += 0.5 * da[i];
            da[i] *= 0.5;
        }
    }
}

internal static class Filter
{
    public static void Smooth(Span<double> a)
    {
        for (int i = a.Length - 2; i >= 0; i--)
            a[i] = 0.5 * (a[i] + a[i + 1]);
    }
}
