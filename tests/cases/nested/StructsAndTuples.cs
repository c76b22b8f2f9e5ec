// Companions of methods of structs and tuples: by value, by in, as result, and with fields that carry nothing.
// point: p: new StructsAndTuples.Particle(0.4, 3, 0.9), t: (1.1, -0.6)
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class StructsAndTuples
{
    public readonly record struct Particle(double X, int Charge, double Y);

    [Differentiable]
    public static double F(Particle p, (double A, double B) t)
    {
        Particle dp = EnergyGradient(p, t).p;
        (double, double) dt = EnergyVjp(p, t, 2).t;
        var (value, tangent) = MoveJvp(p, t, dp, (dt.Item2, 1));
        return value.X * tangent.Y + value.Y * tangent.X + dp.X * value.Charge + dt.Item1;
    }

    [Differentiable]
    private static double Energy(in Particle p, (double A, double B) t) => Math.Sin(p.X * t.A) * p.Charge + p.Y * p.Y * t.B;

    [Differentiable]
    private static Particle Move(Particle p, (double A, double B) t) => p with { X = p.X * t.A + t.B, Y = Math.Exp(p.Y * t.B) };
}
