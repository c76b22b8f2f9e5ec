// Two type parameters that stand for different types.
// point: x: 0.7, y: 1.3f
// tolerance: 2e-3
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class TwoParameters
{
    [Differentiable]
    public static double F(double x, float y) => Mul(x, y) + Mul(y, x);

    [Differentiable]
    private static double Mul<T, U>(T a, U b)
        where T : INumber<T>
        where U : INumber<U> => double.CreateChecked(a) * double.CreateChecked(b) * double.CreateChecked(a);
}
