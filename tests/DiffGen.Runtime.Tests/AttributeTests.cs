using System;
using System.Linq;
using System.Reflection;
using Xunit;

namespace DiffGen.Runtime.Tests;

public class AttributeTests
{
    private static class Marked
    {
        [Differentiable]
        [Differentiable(Derivatives.Hvp | Derivatives.Hessian, Wrt = [nameof(x)], Name = "G", FloatingPoint = FloatingPoint.Fast,
            Parallel = true, DetectAnomaly = true, Profile = true)]
        [CustomDerivative(Jvp = "A", Vjp = "B", Forward = "C", Pullback = "D")]
        [FixedPoint]
        [return: NoDerivative]
        public static double F(double x, [NoDerivative] double y) => x + y;

        [DerivativeOf(typeof(Math), nameof(Math.Sin))]
        public static (double, double) SinJvp(double x, double dx) => (Math.Sin(x), Math.Cos(x) * dx);

        public static double P
        {
            [Differentiable]
            get => 1;
        }
    }

    [Fact]
    public void AttributesCarryWhatTheyWereGiven()
    {
        MethodInfo method = typeof(Marked).GetMethod(nameof(Marked.F))!;
        DifferentiableAttribute[] marks = [.. method.GetCustomAttributes<DifferentiableAttribute>().OrderBy(mark => mark.Name is null ? 0 : 1)];

        Assert.Equal(2, marks.Length);
        Assert.Equal(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Gradient, marks[0].Derivatives);
        Assert.Null(marks[0].Wrt);
        Assert.Equal(FloatingPoint.Strict, marks[0].FloatingPoint);
        Assert.Equal(Derivatives.Hvp | Derivatives.Hessian, marks[1].Derivatives);
        Assert.Equal(["x"], marks[1].Wrt!);
        Assert.Equal("G", marks[1].Name);
        Assert.Equal(FloatingPoint.Fast, marks[1].FloatingPoint);
        Assert.True(marks[1] is { Parallel: true, DetectAnomaly: true, Profile: true });
        Assert.True(method.GetCustomAttribute<CustomDerivativeAttribute>() is { Jvp: "A", Vjp: "B", Forward: "C", Pullback: "D" });
        Assert.NotNull(method.GetCustomAttribute<FixedPointAttribute>());
        Assert.NotNull(method.GetParameters()[1].GetCustomAttribute<NoDerivativeAttribute>());
        Assert.NotNull(method.ReturnParameter.GetCustomAttribute<NoDerivativeAttribute>());

        var rule = typeof(Marked).GetMethod(nameof(Marked.SinJvp))!.GetCustomAttribute<DerivativeOfAttribute>()!;
        Assert.Equal((typeof(Math), "Sin"), (rule.Type, rule.Member));
    }

    [Fact]
    public void FlagsAreDistinctBits()
    {
        Derivatives[] single = [.. Enum.GetValues<Derivatives>().Where(flag => flag is not (Derivatives.None or Derivatives.Default))];
        Assert.All(single, flag => Assert.True(int.IsPow2((int)flag)));
        Assert.Equal(14, single.Distinct().Count());
    }

    [Fact]
    public void StopGradientReturnsItsArgument()
    {
        double[] vector = [1, 2];
        double[,] matrix = new double[1, 1];
        double[][] rows = [vector];
        Span<double> span = vector;
        ReadOnlySpan<float> readOnly = [1, 2];

        Assert.Equal(1.5, Diff.StopGradient(1.5));
        Assert.Equal((1f, 2.0), Diff.StopGradient((1f, 2.0)));
        Assert.Same(vector, Diff.StopGradient(vector));
        Assert.Same(matrix, Diff.StopGradient(matrix));
        Assert.Same(rows, Diff.StopGradient(rows));
        Assert.True(span == Diff.StopGradient(span));
        Assert.True(readOnly == Diff.StopGradient(readOnly));
    }
}
