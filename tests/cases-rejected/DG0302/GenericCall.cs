// A generic marked method.
// expect: DG0302 at Square(x)
using System.Numerics;
using System;
using DiffGen;

namespace Rejected;

public static partial class GenericCall
{
    [Differentiable]
    public static double F(double x) => Square(x);

    [Differentiable]
    public static T Square<T>(T v)
        where T : IFloatingPointIeee754<T> => v * v;
}
