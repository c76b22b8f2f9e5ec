// The same method for float and for double in one expression.
// point: x: 0.7f, y: 1.3
// tolerance: 2e-3
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public static partial class Single
{
    [Differentiable]
    public static double F(float x, double y) => Square(x) + Square(y) + Square(double.CreateChecked(x));

    [Differentiable]
    private static T Square<T>(T v)
        where T : INumber<T> => v * v * T.CreateChecked(0.5);
}
