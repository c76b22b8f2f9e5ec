// A generic struct with operators, a property and a constructor.
// point: x: 0.7, y: 1.3
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Generics;

public readonly partial struct Vec2<T>(T x, T y)
    where T : IFloatingPointIeee754<T>
{
    public T X { get; } = x;

    public T Y { get; } = y;

    [Differentiable]
    public static Vec2<T> operator +(Vec2<T> a, Vec2<T> b) => new(a.X + b.X, a.Y + b.Y);

    [Differentiable]
    public static Vec2<T> operator *(Vec2<T> a, T k) => new(a.X * k, a.Y * k);

    [Differentiable]
    public T Dot(Vec2<T> other) => (X * other.X) + (Y * other.Y);

    [Differentiable]
    public T Length => T.Sqrt(Dot(this));
}


public static partial class GenericStruct
{
    [Differentiable]
    public static double F(double x, double y)
    {
        var a = new Vec2<double>(x, y * y);
        Vec2<double> b = (a * 2) + new Vec2<double>(y, x);
        for (int i = 0; i < 3; i++)
            b = (b * 0.5) + (a * b.Length);
        return Mix(a, b).Dot(b) / b.Length;
    }

    [Differentiable]
    private static Vec2<T> Mix<T>(Vec2<T> a, Vec2<T> b)
        where T : IFloatingPointIeee754<T> => (a * b.X) + (b * a.Y);
}
