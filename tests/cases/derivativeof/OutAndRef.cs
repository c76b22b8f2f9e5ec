// Rules of a method with ref and out parameters, which pass derivatives by reference too.
// point: x: 0.7, y: 1.3
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class OutAndRef
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = 1;
        for (int i = 0; i < 3; i++)
        {
            Turn.By(x + i, ref y, out double z);
            if (z > 100)
                break;
            s += z * y * s;
        }
        return s;
    }

    [DerivativeOf(typeof(Turn), nameof(Turn.By))]
    private static void TurnJvp(double x, ref double y, out double z, double dx, ref double dy, out double dz)
    {
        (double c, double s) = (Math.Cos(x), Math.Sin(x));
        dz = dy * s + y * c * dx;
        dy = dy * c - y * s * dx;
        Turn.By(x, ref y, out z);
    }

    [DerivativeOf(typeof(Turn), nameof(Turn.By))]
    private static double TurnVjp(double x, ref double y, double dz, ref double dy)
    {
        (double c, double s) = (Math.Cos(x), Math.Sin(x));
        double dx = dz * y * c - dy * y * s;
        dy = dz * s + dy * c;
        Turn.By(x, ref y, out _);
        return dx;
    }
}

internal static class Turn
{
    public static void By(double x, ref double y, out double z)
    {
        z = y * Math.Sin(x);
        y *= Math.Cos(x);
    }
}
