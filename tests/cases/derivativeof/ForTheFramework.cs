// Rules for methods of the framework that have no rule of their own, told apart by shape: a Jvp and a Vjp of each.
// point: x: 0.7, y: 1.3
// point: x: -1.2, y: 0.4
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class ForTheFramework
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += Gauge.Level(x * s + i, 2) * y;
            y = Gauge.Level(y, i) - 0.1 * s;
        }
        return s;
    }

    [DerivativeOf(typeof(Gauge), nameof(Gauge.Level))]
    private static (double, double) Forwards(double x, int n, double dx) => (Gauge.Level(x, n), dx * Math.Cos(x) * (n + 1));

    [DerivativeOf(typeof(Gauge), nameof(Gauge.Level))]
    private static double Backwards(double x, int n, double cotangent) => cotangent * Math.Cos(x) * (n + 1);
}

internal static class Gauge
{
    // Digit by digit, as code is that nobody wrote to be differentiated.
    public static double Level(double x, int n) => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(Math.Sin(x) * (n + 1)));
}
