// Rules for methods of a struct: the receiver is a value with a derivative of its own; one that is changed goes by reference.
// point: x: 0.7, y: -1.3
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class OfStructInstance
{
    [Differentiable]
    public static double F(double x, double y)
    {
        var p = new Spot { X = x, Y = y };
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += p.Dot(new Spot { X = y, Y = s }) * p.Size;
            p.Grow(1 + 0.1 * x);
        }
        return s;
    }

    [DerivativeOf(typeof(Spot), nameof(Spot.Dot))]
    private static (double, double) DotJvp(Spot q, Spot p, Spot dq, Spot dp) => (p.Dot(q), p.Dot(dq) + dp.Dot(q));

    [DerivativeOf(typeof(Spot), nameof(Spot.Dot))]
    private static (Spot Q, Spot P) DotVjp(Spot q, Spot p, double cotangent) =>
        (new Spot { X = p.X * cotangent, Y = p.Y * cotangent }, new Spot { X = q.X * cotangent, Y = q.Y * cotangent });

    [DerivativeOf(typeof(Spot), nameof(Spot.Size))]
    private static (double, double) SizeJvp(Spot p, Spot dp) => (p.Size, p.Dot(dp) / p.Size);

    [DerivativeOf(typeof(Spot), nameof(Spot.Size))]
    private static Spot SizeVjp(Spot p, double cotangent) => new() { X = p.X * cotangent / p.Size, Y = p.Y * cotangent / p.Size };

    [DerivativeOf(typeof(Spot), nameof(Spot.Grow))]
    private static void GrowJvp(double by, ref Spot p, double dBy, ref Spot dp)
    {
        dp = new Spot { X = dp.X * by + p.X * dBy, Y = dp.Y * by + p.Y * dBy };
        p.Grow(by);
    }

    [DerivativeOf(typeof(Spot), nameof(Spot.Grow))]
    private static double GrowVjp(double by, ref Spot p, ref Spot dp)
    {
        double dBy = p.Dot(dp);
        dp = new Spot { X = dp.X * by, Y = dp.Y * by };
        p.Grow(by);
        return dBy;
    }
}

public struct Spot
{
    public double X;
    public double Y;

    public readonly double Size => Math.Sqrt(X * X + Y * Y);

    public readonly double Dot(Spot other) => X * other.X + Y * other.Y;

    public void Grow(double by)
    {
        X *= by;
        Y *= by;
    }
}
