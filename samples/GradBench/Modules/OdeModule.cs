using System;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The solution of a chain of differential equations, and the gradient of its last component.</summary>
internal static class OdeModule
{
    public static Module Create() => new("ode", ("primal", Primal), ("gradient", Gradient));

    private static Evaluation Primal(Input input)
    {
        OdeInput ode = Read(input);
        var y = new double[ode.X.Length];
        return Evaluation.OfNumbers(y, () =>
        {
            Array.Clear(y);
            Ode.Solve(ode.X, ode.Steps, y);
        });
    }

    private static Evaluation Gradient(Input input)
    {
        OdeInput ode = Read(input);
        var gradient = new double[ode.X.Length];
        return Evaluation.OfNumbers(gradient, () => ode.Gradient(gradient));
    }

    private static OdeInput Read(Input input) => new(input["x"].Numbers(), input["s"].Integer(1));
}
