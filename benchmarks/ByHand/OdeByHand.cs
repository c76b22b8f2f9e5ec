using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>The gradient of the last component: keeps the state before each step, and takes each step back from the end.</summary>
internal static class OdeByHand
{
    private static double[]? _storage;

    public static void Gradient(ReadOnlySpan<double> x, int steps, Span<double> dx)
    {
        int n = x.Length;
        double h = 2.0 / steps;
        Span<double> rest = Scratch.Reserve(ref _storage, (steps + 9) * n);
        Span<double> y2 = Scratch.Take(ref rest, n), y3 = Scratch.Take(ref rest, n), y4 = Scratch.Take(ref rest, n), k = Scratch.Take(ref rest, n);
        Span<double> yBar = Scratch.Take(ref rest, n), k1 = Scratch.Take(ref rest, n), k2 = Scratch.Take(ref rest, n), k3 = Scratch.Take(ref rest, n);
        Span<double> k4Bar = Scratch.Take(ref rest, n), states = rest;
        states[..n].Clear();
        for (int step = 0; step + 1 < steps; step++)
        {
            ReadOnlySpan<double> y = states.Slice(step * n, n);
            Span<double> next = states.Slice((step + 1) * n, n);
            Slope(x, y, 0, y, k1);
            Slope(x, y, h / 2, k1, k2);
            Slope(x, y, h / 2, k2, k3);
            Slope(x, y, h, k3, k);
            for (int i = 0; i < next.Length; i++)
                next[i] = y[i] + (h / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k[i]));
        }

        dx.Clear();
        yBar.Clear();
        yBar[n - 1] = 1;
        for (int step = steps - 1; step >= 0; step--)
        {
            ReadOnlySpan<double> y = states.Slice(step * n, n);
            Advance(x, y, h / 2, y, y2);
            Advance(x, y, h / 2, y2, y3);
            Advance(x, y, h, y3, y4);
            for (int i = 0; i < yBar.Length; i++)
            {
                double bar = h / 6 * yBar[i];
                k1[i] = k4Bar[i] = bar;
                k2[i] = k3[i] = 2 * bar;
            }
            Back(x, y4, k4Bar, h, dx, yBar, k3);
            Back(x, y3, k3, h / 2, dx, yBar, k2);
            Back(x, y2, k2, h / 2, dx, yBar, k1);
            dx[0] += k1[0];
            for (int i = 1; i < x.Length; i++)
            {
                dx[i] += k1[i] * y[i - 1];
                yBar[i - 1] += k1[i] * x[i];
            }
        }
    }

    // The slope at y + h k.
    private static void Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double h, ReadOnlySpan<double> k, Span<double> slope)
    {
        y = y[..x.Length];
        k = k[..x.Length];
        slope = slope[..x.Length];
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
            slope[i] = x[i] * (y[i - 1] + (h * k[i - 1]));
    }

    // y + h times the slope at another state.
    private static void Advance(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double h, ReadOnlySpan<double> at, Span<double> result)
    {
        y = y[..x.Length];
        at = at[..x.Length];
        result = result[..x.Length];
        result[0] = y[0] + (h * x[0]);
        for (int i = 1; i < x.Length; i++)
            result[i] = y[i] + (h * (x[i] * at[i - 1]));
    }

    // The adjoint of a slope at a state y + h k: adds into those of x, y and k.
    private static void Back(ReadOnlySpan<double> x, ReadOnlySpan<double> state, ReadOnlySpan<double> slopeBar, double h, Span<double> dx, Span<double> yBar, Span<double> kBar)
    {
        state = state[..x.Length];
        slopeBar = slopeBar[..x.Length];
        dx = dx[..x.Length];
        yBar = yBar[..x.Length];
        kBar = kBar[..x.Length];
        dx[0] += slopeBar[0];
        for (int i = 1; i < x.Length; i++)
        {
            dx[i] += slopeBar[i] * state[i - 1];
            double bar = slopeBar[i] * x[i];
            yBar[i - 1] += bar;
            kBar[i - 1] += h * bar;
        }
    }
}
