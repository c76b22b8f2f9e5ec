// Instance members through a constraint: a method, and a property that is a field of the implementation.
// point: k: 0.7, x: 1.2
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Staticabstract;

public interface IModel
{
    double Rate { get; }

    double Eval(double x);
}

public readonly partial record struct Decay(double Rate) : IModel
{
    [Differentiable]
    public double Eval(double x) => Math.Exp(-Rate * x);
}

public readonly partial record struct Line(double A, double B) : IModel
{
    [Differentiable]
    public double Rate => A * A;

    [Differentiable]
    public double Eval(double x) => (A * x) + B;
}


public static partial class Model
{
    [Differentiable]
    public static double F(double k, double x) => Run(new Decay(k), x) + Run(new Line(k, x * k), k);

    [Differentiable]
    private static double Run<TModel>(TModel model, double x)
        where TModel : struct, IModel
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += model.Eval(x + i) * model.Rate;
        return sum;
    }
}
