// An interface that is generic in the number and in its implementation, with an operator.
// point: x: 0.7
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Staticabstract;

public interface IStep<TSelf, T>
    where TSelf : IStep<TSelf, T>
    where T : IFloatingPointIeee754<T>
{
    static abstract T Next(T x, T h);

    static abstract TSelf operator +(TSelf a, TSelf b);

    T Weight { get; }
}

public readonly partial struct Euler<T>(T weight) : IStep<Euler<T>, T>
    where T : IFloatingPointIeee754<T>
{
    public T Weight { get; } = weight;

    [Differentiable]
    public static Euler<T> operator +(Euler<T> a, Euler<T> b) => new(a.Weight + b.Weight);

    [Differentiable]
    public static T Next(T x, T h) => x + (h * T.Sin(x));
}


public static partial class GenericInterface
{
    [Differentiable]
    public static double F(double x) => Run<Euler<double>, double>(new Euler<double>(x), x);

    [Differentiable]
    private static T Run<TStep, T>(TStep step, T x)
        where TStep : struct, IStep<TStep, T>
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < 4; i++)
        {
            x = TStep.Next(x, T.CreateChecked(0.1));
            step += step;
        }
        return x * step.Weight;
    }
}
