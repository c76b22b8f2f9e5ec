// T stands for int: nothing of it is active.
// point: x: 0.7, n: 5
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class InactiveArgument
{
    [Differentiable]
    public static double F(double x, int n) => x * Clamped(n, 3) * Clamped(x, 2);

    [Differentiable]
    private static T Clamped<T>(T v, T max)
        where T : INumber<T> => v > max ? max : v + T.One;
}
