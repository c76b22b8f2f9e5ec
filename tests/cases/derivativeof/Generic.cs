// A rule for a generic method, as it is called with numbers of one type.
// point: x: 0.7, f: 0.5f
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class Generic
{
    [Differentiable]
    public static double F(double x, float f) => x * Powers.Cube(x) + Powers.Cube(f);

    [DerivativeOf(typeof(Powers), nameof(Powers.Cube))]
    private static (double, double) CubeJvp(double x, double dx) => (Powers.Cube(x), 3 * x * x * dx);

    [DerivativeOf(typeof(Powers), nameof(Powers.Cube))]
    private static double CubeVjp(double x, double cotangent) => 3 * x * x * cotangent;

    [DerivativeOf(typeof(Powers), nameof(Powers.Cube))]
    private static (float, float) CubeJvp(float x, float dx) => (Powers.Cube(x), 3 * x * x * dx);

    [DerivativeOf(typeof(Powers), nameof(Powers.Cube))]
    private static float CubeVjp(float x, float cotangent) => 3 * x * x * cotangent;
}

internal static class Powers
{
    public static T Cube<T>(T x) where T : INumber<T> => x * x * x;
}
