// One name, four overloads: each rule fits one of them.
// point: x: 0.7, a: new double[] { 0.5, -1.5, 2 }, f: 0.25f
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class Overloads
{
    [Differentiable]
    public static double F(double x, double[] a, float f)
    {
        double s = Other.Square(x) + Other.Square(f);
        a[1] *= s;
        return s * Other.Square(a) + Other.Square(x, a[0]);
    }

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static (double, double) A(double x, double dx) => (x * x, 2 * x * dx);

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static double B(double x, double cotangent) => 2 * x * cotangent;

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static (float, float) C(float x, float dx) => (x * x, 2 * x * dx);

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static float D(float x, float cotangent) => 2 * x * cotangent;

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static (double Value, double Tangent) E(double[] x, Span<double> dx)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += 2 * x[i] * dx[i];
        return (Other.Square(x), s);
    }

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static void G(double[] x, double cotangent, Span<double> dx)
    {
        for (int i = 0; i < x.Length; i++)
            dx[i] += 2 * x[i] * cotangent;
    }

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static (double, double) H(double x, double y, double dx, double dy) => (Other.Square(x, y), y * dx + x * dy);

    [DerivativeOf(typeof(Other), nameof(Other.Square))]
    internal static (double X, double Y) I(double x, double y, double cotangent) => (y * cotangent, x * cotangent);
}

internal static class Other
{
    public static double Square(double x) => x * x;

    public static float Square(float x) => x * x;

    public static double Square(double x, double y) => x * y;

    public static double Square(double[] x)
    {
        double s = 0;
        foreach (double e in x)
            s += Square(e);
        return s;
    }
}
