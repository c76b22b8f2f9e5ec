// Structs and tuples: the direction has their shape, and so has the result.
// point: p: new Cases.Second.Points.P(0.5, -1), t: (1.5, 0.25, 3), q: [new(0.2, 0.4), new(-0.6, 1)]
using System;
using DiffGen;

namespace Cases.Second;

public static partial class Points
{
    public readonly record struct P(double X, double Y);

    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(P p, (double A, double B, int N) t, P[] q)
    {
        double s = p.X * t.A;
        for (int k = 0; k < t.N; k++)
        {
            for (int i = 0; i < q.Length; i++)
                s = Math.Sin(s + (q[i].X * p.Y)) * (q[i].Y + t.B);
        }
        return s;
    }
}
