// A local function that returns a tuple, and one that returns a struct with early exits.
// point: x: 0.7, y: 2
// point: x: 1.7, y: -2
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class ReturnsStruct
{
    [Differentiable]
    public static double F(double x, double y)
    {
        (double S, double C) Turn(double phi) => (Math.Sin(phi) * y, Math.Cos(phi));
        (double A, int N) Choose(double v)
        {
            if (v > 1)
                return (v * v, 2);
            return (v, 1);
        }

        var (s, c) = Turn(x);
        var chosen = Choose(x);
        return (s * c * chosen.N) + chosen.A;
    }
}
