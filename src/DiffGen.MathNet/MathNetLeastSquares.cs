using System;
using MathNet.Numerics.Optimization;

namespace DiffGen.MathNet;

/// <summary>Hands companions to the least-squares solvers of MathNet.Numerics, such as <c>LevenbergMarquardtMinimizer</c>.</summary>
public static class MathNetLeastSquares
{
    /// <summary>The problem of making the sum of squares of residuals least.</summary>
    /// <param name="residuals">Writes the residuals.</param>
    /// <param name="jacobian">Writes their derivatives: <c>FJacobian</c>. Computed only at points where a solver asks for derivatives.</param>
    /// <param name="count">How many residuals there are.</param>
    /// <exception cref="ArgumentNullException">A delegate is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public static IObjectiveModel FromResiduals(Residuals residuals, ResidualJacobian jacobian, int count)
    {
        ArgumentNullException.ThrowIfNull(residuals);
        ArgumentNullException.ThrowIfNull(jacobian);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new CompanionModel(residuals, jacobian, new double[count]);
    }

    /// <summary>The problem of fitting a model to observations: the residuals are the model's values less <paramref name="observed"/>.</summary>
    /// <param name="model">Writes the model's values, one per observation.</param>
    /// <param name="jacobian">Writes their derivatives: <c>FJacobian</c>.</param>
    /// <param name="observed">The observations; copied.</param>
    /// <exception cref="ArgumentNullException">A delegate is null.</exception>
    /// <exception cref="ArgumentException">There are no observations.</exception>
    public static IObjectiveModel FromModel(Residuals model, ResidualJacobian jacobian, ReadOnlySpan<double> observed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(jacobian);
        if (observed.IsEmpty)
            throw new ArgumentException("There are no observations.", nameof(observed));
        return new CompanionModel(model, jacobian, observed.ToArray());
    }
}
