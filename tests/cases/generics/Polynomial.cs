// A generic method called for double, with operators, constants and functions of T.
// point: x: 0.7, y: 1.3
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class Polynomial
{
    [Differentiable]
    public static double F(double x, double y) => G(x, y) * G(y, x);

    [Differentiable]
    private static T G<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        T two = T.CreateChecked(2);
        T r = (x * x * two) + T.Sin(y) - (T.Pi / (T.One + (x * x)));
        r += T.Exp(-y) * T.E;
        r -= T.Max(x, y) * T.Min(x, T.Zero);
        if (r > T.Zero)
            r = T.Sqrt(r) + T.Abs(r) + T.Pow(y, x);
        r++;
        return -r;
    }
}
