// Members of a generic type, private ones and static tables of it included.
// point: x: 0.7
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class Solver<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private static readonly T Half = T.CreateChecked(0.5);

    [Differentiable]
    public static T Root(T x, int steps)
    {
        T guess = x;
        for (int i = 0; i < steps; i++)
            guess = Step(guess, x);
        return guess;
    }

    [Differentiable]
    private static T Step(T guess, T x) => Half * (guess + (x / guess));
}


public static partial class GenericContainer
{
    [Differentiable]
    public static double F(double x) => Solver<double>.Root(x, 4) * Solver<double>.Root(x + 1, 1);
}
