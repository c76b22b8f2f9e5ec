// A recursive generic method: an instance is a method like any other.
// point: x: 0.7, n: 5
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class Recursive
{
    [Differentiable]
    public static double F(double x, int n) => Power(x, n) + Power(x * x, 2);

    [Differentiable]
    private static T Power<T>(T x, int n)
        where T : INumber<T> => n == 0 ? T.One : n % 2 == 0 ? Power(x * x, n / 2) : x * Power(x, n - 1);
}
