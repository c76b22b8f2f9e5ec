// A generic method with a delegate parameter, given a lambda, a method group of T and a generic method.
// point: x: 0.7
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class HigherOrderGeneric
{
    [Differentiable]
    public static double F(double x) => Integrate(v => v * x, 0, x, 4) + Integrate<double>(Math.Sin, 0, 1, 3) + G(x);

    [Differentiable]
    private static T G<T>(T x)
        where T : IFloatingPointIeee754<T> => Integrate(T.Exp, T.Zero, x, 3) + Integrate<T>(Cube, T.Zero, x, 2);

    [Differentiable]
    private static T Cube<T>(T x)
        where T : INumber<T> => x * x * x;

    [Differentiable]
    private static T Integrate<T>([Differentiable] Func<T, T> f, T a, T b, int n)
        where T : IFloatingPoint<T>
    {
        T h = (b - a) / T.CreateChecked(n);
        T sum = T.Zero;
        for (int i = 0; i < n; i++)
            sum += f(a + (h * (T.CreateChecked(i) + T.CreateChecked(0.5))));
        return sum * h;
    }
}
