using System;
using DiffGen.Testing;
using Xunit;

namespace DiffGen.Runtime.Tests;

public class GradientCheckTests
{
    private static double Rosenbrock(double[] x) => 100 * Math.Pow(x[1] - x[0] * x[0], 2) + Math.Pow(1 - x[0], 2);

    private static double[] RosenbrockGradient(double[] x)
        => [-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])];

    private static double[] Polar(double[] x) => [x[0] * Math.Cos(x[1]), x[0] * Math.Sin(x[1]), 3];

    private static double[,] PolarJacobian(double[] x) => new[,]
    {
        { Math.Cos(x[1]), -x[0] * Math.Sin(x[1]) },
        { Math.Sin(x[1]), x[0] * Math.Cos(x[1]) },
        { 0, 0 },
    };

    private static double[] PolarJvp(double[] x, double[] dx)
    {
        double[,] j = PolarJacobian(x);
        return [j[0, 0] * dx[0] + j[0, 1] * dx[1], j[1, 0] * dx[0] + j[1, 1] * dx[1], 0];
    }

    private static double[] PolarVjp(double[] x, double[] dy)
    {
        double[,] j = PolarJacobian(x);
        return [j[0, 0] * dy[0] + j[1, 0] * dy[1], j[0, 1] * dy[0] + j[1, 1] * dy[1]];
    }

    [Fact]
    public void RightDerivativesPass()
    {
        double[] x = [-1.2, 1.0];
        GradientCheckReport report = GradientCheck.Gradient(Rosenbrock, RosenbrockGradient, x);
        Assert.True(report.IsPassed);
        Assert.Equal(2, report.Components);
        Assert.InRange(report.RelativeError, 0, 1e-9);

        Assert.True(GradientCheck.Jvp(Polar, PolarJvp, x).IsPassed);
        Assert.True(GradientCheck.Vjp(Polar, PolarVjp, x).IsPassed);
        Assert.True(GradientCheck.Jacobian(Polar, PolarJacobian, x).IsPassed);
        Assert.True(GradientCheck.JvpAgainstVjp(PolarJvp, PolarVjp, x).IsPassed);
        Assert.True(GradientCheck.Gradient(Math.Sin, Math.Cos, 0.7).IsPassed);
    }

    [Fact]
    public void WrongGradientsShowTheWorstComponent()
    {
        var error = Assert.Throws<GradientCheckException>(() => GradientCheck.Gradient(
            x => x[0] * x[0] + x[1] * x[2],
            x => [2 * x[0] * (1 + 1e-5), x[2] * 1.5, x[1]],
            [1.0, 2.0, 3.0]));
        GradientCheckReport report = error.Report!;
        Assert.Equal(1, report.WorstIndex);
        Assert.Equal(4.5, report.Actual);
        Assert.Equal(3, report.Expected, 1e-9);
        Assert.Equal(1.5 / 4.5, report.RelativeError, 1e-9);
        Assert.True(report.Step > 0);
        Assert.Contains("gradient disagrees: worst of 3 components is [1]: expected 3", error.Message);
        Assert.Contains("got 4.5", error.Message);
        Assert.Contains("step", error.Message);
    }

    [Theory]
    [InlineData(1e-5, false)]
    [InlineData(1e-8, true)]
    public void TheToleranceDecides(double relativeError, bool passes)
    {
        Exception? error = Record.Exception(() => GradientCheck.Gradient(Math.Exp, x => Math.Exp(x) * (1 + relativeError), 1.3));
        Assert.Equal(passes, error is null);
    }

    [Fact]
    public void WrongModesAreFound()
    {
        double[] x = [1.5, 0.4];
        double[] WrongJvp(double[] at, double[] dx) => [PolarJvp(at, dx)[0], -PolarJvp(at, dx)[1], 0];
        double[] WrongVjp(double[] at, double[] dy) => [PolarVjp(at, dy)[0], 0];
        double[,] WrongJacobian(double[] at)
        {
            double[,] j = PolarJacobian(at);
            j[2, 1] = 1e-3;
            return j;
        }

        Assert.Equal(1, Assert.Throws<GradientCheckException>(() => GradientCheck.Jvp(Polar, WrongJvp, x)).Report!.WorstIndex);
        Assert.Equal(1, Assert.Throws<GradientCheckException>(() => GradientCheck.Vjp(Polar, WrongVjp, x)).Report!.WorstIndex);
        var jacobian = Assert.Throws<GradientCheckException>(() => GradientCheck.Jacobian(Polar, WrongJacobian, x));
        Assert.Contains("[2], column [1]", jacobian.Message);
        Assert.Throws<GradientCheckException>(() => GradientCheck.JvpAgainstVjp(PolarJvp, WrongVjp, x));
        Assert.Throws<GradientCheckException>(
            () => GradientCheck.JvpAgainstVjp((at, dx) => PolarJvp(at, dx), (at, dy) => Array.ConvertAll(PolarVjp(at, dy), g => g * (1 + 1e-10)), x));
    }

    [Fact]
    public void StepsSuitTheFunction()
    {
        Assert.True(GradientCheck.Gradient(Math.Log, x => 1 / x, 1e-8).IsPassed);
        Assert.True(GradientCheck.Gradient(Math.Sqrt, x => 0.5 / Math.Sqrt(x), 1e-4).IsPassed);
        Assert.True(GradientCheck.Gradient(x => Math.Sin(300 * x), x => 300 * Math.Cos(300 * x), 0.7).IsPassed);
        Assert.True(GradientCheck.Gradient(x => 1e9 + x * x, x => 2 * x, 3.0, 1e-2).IsPassed);
        Assert.True(GradientCheck.Gradient(x => x * x, x => 2 * x, 1e12).IsPassed);
        Assert.True(GradientCheck.Gradient(x => x * x, x => 2 * x, 0.0).IsPassed);
        Assert.True(GradientCheck.Gradient(x => Math.Asin(x), x => 1 / Math.Sqrt(1 - x * x), 0.9999).IsPassed);
        Assert.True(GradientCheck.Gradient(_ => 5.0, _ => 0.0, 2.0).IsPassed);
    }

    [Fact]
    public void FloatHasItsOwnTolerance()
    {
        Assert.True(GradientCheck.Gradient(MathF.Sin, MathF.Cos, 0.7f).IsPassed);
        Assert.True(GradientCheck.Gradient(MathF.Exp, MathF.Exp, 2f).IsPassed);
        Assert.Equal(1e-3, GradientCheck.Gradient<float>(x => x[0] * x[1], x => [x[1], x[0]], [1.5f, -3f]).Tolerance);
        Assert.Throws<GradientCheckException>(() => GradientCheck.Gradient(MathF.Sin, x => MathF.Cos(x) * 1.01f, 0.7f));
        Assert.True(GradientCheck.Gradient<Half>(x => x * x, x => (Half)2 * x, (Half)1.5f).IsPassed);
    }

    [Fact]
    public void SpansAreFilledWithNaNFirst()
    {
        double[] x = [1, 2];
        static double F(ReadOnlySpan<double> v) => v[0] * v[0] * v[1];
        static void Gradient(ReadOnlySpan<double> v, Span<double> dv) => (dv[0], dv[1]) = (2 * v[0] * v[1], v[0] * v[0]);
        static double ValueAndGradient(ReadOnlySpan<double> v, Span<double> dv)
        {
            Gradient(v, dv);
            return F(v);
        }

        Assert.True(GradientCheck.Gradient<double>(F, Gradient, x).IsPassed);
        Assert.True(GradientCheck.ValueAndGradient<double>(F, ValueAndGradient, x).IsPassed);
        Assert.Throws<GradientCheckException>(() => GradientCheck.Gradient<double>(F, (v, dv) => dv[0] = 2 * v[0] * v[1], x));
        var wrongValue = Assert.Throws<GradientCheckException>(
            () => GradientCheck.ValueAndGradient<double>(F, (v, dv) => ValueAndGradient(v, dv) + 1e-15, x));
        Assert.Contains("The value beside the gradient", wrongValue.Message);
    }

    [Fact]
    public void WhatCannotBeComparedFails()
    {
        Assert.Throws<GradientCheckException>(() => GradientCheck.Gradient(Math.Sin, _ => double.NaN, 0.7));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Gradient(_ => double.NaN, _ => 0.0, 0.7));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Gradient<double>(x => x[0], _ => [1, 0], [2.0]));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Jacobian(Polar, _ => new double[3, 3], [1.0, 2.0]));
        Assert.Equal(0, GradientCheck.Gradient<double>(_ => 1, _ => [], []).Components);
    }
}
