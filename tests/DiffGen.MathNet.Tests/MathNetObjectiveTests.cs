using System;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using Xunit;

namespace DiffGen.MathNet.Tests;

public class MathNetObjectiveTests
{
    private static Vector<double> Start => Vector<double>.Build.Dense([-1.2, 1]);

    private static void IsMinimum(MinimizationResult result)
    {
        Assert.Equal(1, result.MinimizingPoint[0], 1e-7);
        Assert.Equal(1, result.MinimizingPoint[1], 1e-7);
    }

    [Fact]
    public void ACompanionDrivesGradientMinimizers()
    {
        IsMinimum(new BfgsMinimizer(1e-10, 1e-12, 0).FindMinimum(MathNetObjective.Create(Functions.RosenbrockValueAndGradient), Start));
        IsMinimum(new LimitedMemoryBfgsMinimizer(1e-10, 1e-12, 0, 5).FindMinimum(MathNetObjective.Create(Functions.RosenbrockValueAndGradient), Start));
    }

    [Fact]
    public void AHessianDrivesNewton()
        => IsMinimum(new NewtonMinimizer(1e-10, 100)
            .FindMinimum(MathNetObjective.Create(Functions.RosenbrockValueAndGradient, Functions.RosenbrockHessian), Start));

    [Fact]
    public void EarlierPointsKeepTheirValues()
    {
        IObjectiveFunction objective = MathNetObjective.Create(Functions.RosenbrockValueAndGradient, Functions.RosenbrockHessian);
        objective.EvaluateAt(Start);
        IObjectiveFunction fork = objective.Fork();
        Vector<double> gradient = objective.Gradient;
        (double value, double slope, double curvature) = (objective.Value, gradient[0], objective.Hessian[0, 0]);
        objective.EvaluateAt(Vector<double>.Build.Dense([3, 4]));

        Assert.Equal(value, fork.Value);
        Assert.Equal(slope, gradient[0]);
        Assert.Equal(slope, fork.Gradient[0]);
        Assert.Equal(curvature, fork.Hessian[0, 0]);
        Assert.Equal(-1.2, fork.Point[0]);
        Assert.NotEqual(value, objective.Value);
        Assert.NotEqual(curvature, objective.Hessian[0, 0]);
    }

    [Fact]
    public void WrongUseIsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => MathNetObjective.Create(null!));
        Assert.Throws<ArgumentNullException>(() => MathNetObjective.Create(Functions.RosenbrockValueAndGradient, null!));
        IObjectiveFunction objective = MathNetObjective.Create(Functions.RosenbrockValueAndGradient);
        objective.EvaluateAt(Start);
        Assert.True(objective.IsGradientSupported);
        Assert.False(objective.IsHessianSupported);
        Assert.Throws<NotSupportedException>(() => objective.Hessian);
    }
}
