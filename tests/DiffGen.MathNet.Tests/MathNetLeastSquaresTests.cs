using System;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using Xunit;

namespace DiffGen.MathNet.Tests;

public class MathNetLeastSquaresTests
{
    private static readonly double[] s_x = [0, 1, 2, 3];
    private static readonly double[] s_y = [1, 3, 4, 8];

    private static IObjectiveModel Line() => MathNetLeastSquares.FromModel(
        (b, values) =>
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = Functions.Line(b, s_x[i]);
        },
        (b, jacobian) =>
        {
            for (int i = 0; i < s_x.Length; i++)
                Functions.LineGradient(b, s_x[i], jacobian.Slice(2 * i, 2));
        },
        s_y);

    [Fact]
    public void ResidualsDriveLevenbergMarquardt()
    {
        IObjectiveModel model = MathNetLeastSquares.FromResiduals(Functions.Residuals, Functions.ResidualJacobian, 2);
        var result = new LevenbergMarquardtMinimizer().FindMinimum(model, Vector<double>.Build.Dense([-1.2, 1]));
        Assert.Equal(1, result.MinimizingPoint[0], 1e-7);
        Assert.Equal(1, result.MinimizingPoint[1], 1e-7);
    }

    // Straight line through (0, 1), (1, 3), (2, 4), (3, 8): slope 2.2, intercept 0.7, sum of squares 1.8, by the normal equations.
    [Fact]
    public void AModelIsFittedToObservations()
    {
        var result = new LevenbergMarquardtMinimizer().FindMinimum(Line(), Vector<double>.Build.Dense([1, 1]));
        Assert.Equal(0.7, result.MinimizingPoint[0], 1e-10);
        Assert.Equal(2.2, result.MinimizingPoint[1], 1e-10);
        Assert.Equal(1.8, result.ModelInfoAtMinimum.Value, 1e-12);
        Assert.Equal(2.9, result.MinimizedValues[1], 1e-10);
        Assert.Equal(2, result.ModelInfoAtMinimum.DegreeOfFreedom);
        Assert.Equal(Math.Sqrt(0.9 / 5), result.StandardErrors[1], 1e-8);
    }

    [Fact]
    public void FixedParametersStay()
    {
        var result = new LevenbergMarquardtMinimizer().FindMinimum(Line(), [0, 1], isFixed: [true, false]);
        Assert.Equal(0, result.MinimizingPoint[0]);
        Assert.Equal(35.0 / 14, result.MinimizingPoint[1], 1e-10);
        Assert.Equal(3, result.ModelInfoAtMinimum.DegreeOfFreedom);
    }

    [Fact]
    public void TheGradientIsThatOfHalfTheSumOfSquares()
    {
        IObjectiveModel model = MathNetLeastSquares.FromResiduals(Functions.Residuals, Functions.ResidualJacobian, 2);
        model.EvaluateAt(Vector<double>.Build.Dense([2, 3]));
        // r = (-10, -1), J = ((-40, 10), (-1, 0)).
        Assert.Equal(101, model.Value);
        Assert.Equal(0, model.JacobianEvaluations);
        Assert.Equal([401, -100], model.Gradient.ToArray());
        Assert.Equal(new double[,] { { 1601, -400 }, { -400, 100 } }, model.Hessian.ToArray());
        Assert.Equal(1, model.JacobianEvaluations);

        IObjectiveFunction function = model.ToObjectiveFunction();
        function.EvaluateAt(Vector<double>.Build.Dense([2, 3]));
        Assert.Equal(101, function.Value);
        Assert.Equal([802, -200], function.Gradient.ToArray());
    }

    [Fact]
    public void WrongUseIsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => MathNetLeastSquares.FromResiduals(null!, Functions.ResidualJacobian, 2));
        Assert.Throws<ArgumentNullException>(() => MathNetLeastSquares.FromResiduals(Functions.Residuals, null!, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => MathNetLeastSquares.FromResiduals(Functions.Residuals, Functions.ResidualJacobian, 0));
        Assert.Throws<ArgumentException>(() => MathNetLeastSquares.FromModel(Functions.Residuals, Functions.ResidualJacobian, []));
        Assert.Throws<ArgumentException>(() => Line().SetParameters(Vector<double>.Build.Dense([1, 1]), [true]));
    }
}
