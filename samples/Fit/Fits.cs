using System;
using DiffGen;
using DiffGen.MathNet;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

/// <summary>A solver's answer.</summary>
internal readonly record struct Fit(double[] Parameters, double Squares, int Iterations);

/// <summary>MathNet's solvers, driven by generated derivatives.</summary>
internal static class Fits
{
    /// <summary>Levenberg-Marquardt on the law's values and their Jacobian.</summary>
    public static Fit LevenbergMarquardt(Problem problem)
    {
        var model = MathNetLeastSquares.FromModel(
            (b, values) => problem.Values(b, problem.X).CopyTo(values),
            (b, jacobian) => problem.Jacobian(b, problem.X, jacobian),
            problem.Y);
        var result = new LevenbergMarquardtMinimizer(maximumIterations: 1000).FindMinimum(model, Vector<double>.Build.Dense(problem.Start));
        return new Fit(result.MinimizingPoint.ToArray(), result.ModelInfoAtMinimum.Value, result.Iterations);
    }

    /// <summary>L-BFGS on the sum of squares and its gradient, in parameters relative to where they start: it knows no scales of its own.</summary>
    public static Fit LimitedMemoryBfgs(Problem problem)
    {
        double[] b = new double[problem.Start.Length];
        Objective squares = (relative, gradient) =>
        {
            for (int i = 0; i < b.Length; i++)
                b[i] = relative[i] * problem.Start[i];
            double value = problem.Squares(b, problem.X, problem.Y, gradient);
            for (int i = 0; i < b.Length; i++)
                gradient[i] *= problem.Start[i];
            return value;
        };
        var minimizer = new LimitedMemoryBfgsMinimizer(
            gradientTolerance: 1e-9 * problem.PublishedSquares, parameterTolerance: 1e-15, functionProgressTolerance: 0, memory: 2 * b.Length, maximumIterations: 10_000);
        var result = minimizer.FindMinimum(MathNetObjective.Create(squares), Vector<double>.Build.Dense(b.Length, 1));
        double[] parameters = result.MinimizingPoint.ToArray();
        for (int i = 0; i < b.Length; i++)
            parameters[i] *= problem.Start[i];
        return new Fit(parameters, result.FunctionInfoAtMinimum.Value, result.Iterations);
    }
}
