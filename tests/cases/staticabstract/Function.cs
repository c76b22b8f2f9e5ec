// A static abstract member, called through a type parameter.
// point: x: 0.7
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Staticabstract;

public interface IFunction
{
    static abstract double Eval(double x);
}

public readonly partial struct Square : IFunction
{
    [Differentiable]
    public static double Eval(double x) => x * x;
}

public readonly partial struct Wave : IFunction
{
    [Differentiable]
    public static double Eval(double x) => Math.Sin(x) * Square.Eval(x);
}


public static partial class Function
{
    [Differentiable]
    public static double F(double x) => Sum<Square>(x, 3) * Sum<Wave>(x, 2);

    [Differentiable]
    private static double Sum<TF>(double x, int n)
        where TF : struct, IFunction
    {
        double sum = 0;
        for (int i = 1; i <= n; i++)
            sum += TF.Eval(x * i);
        return sum;
    }
}
