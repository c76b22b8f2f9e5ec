// Generic local functions and lambdas inside a generic method.
// point: x: 0.7
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class LocalGeneric
{
    [Differentiable]
    public static double F(double x)
    {
        static U Twice<U>(U v)
            where U : INumber<U> => v + v;

        return G(x) * Twice(x) * Twice(3);
    }

    [Differentiable]
    private static T G<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        Func<T, T> f = v => v * x;
        T Shifted(T v) => f(v) + T.One;
        return Shifted(x) + Shifted(T.CreateChecked(3));
    }
}
