using System;
using DiffGen.Testing;
using Xunit;

namespace DiffGen.Runtime.Tests;

/// <summary>Second order, and companions against each other: right ones pass, and a wrong one is found and named.</summary>
public class GradientCheckSecondOrderTests
{
    private static readonly double[] s_x = [0.7, -1.3, 0.4];

    // f = x0² x1 + sin(x1 x2)
    private static double[] Gradient(double[] x)
        => [2 * x[0] * x[1], x[0] * x[0] + x[2] * Math.Cos(x[1] * x[2]), x[1] * Math.Cos(x[1] * x[2])];

    private static double[,] Hessian(double[] x)
    {
        (double sin, double cos) = Math.SinCos(x[1] * x[2]);
        double mixed = cos - x[1] * x[2] * sin;
        return new[,]
        {
            { 2 * x[1], 2 * x[0], 0 },
            { 2 * x[0], -x[2] * x[2] * sin, mixed },
            { 0, mixed, -x[1] * x[1] * sin },
        };
    }

    private static double[] Hvp(double[] x, double[] v) => Product(Hessian(x), v);

    private static double[] Product(double[,] matrix, double[] v)
    {
        var result = new double[matrix.GetLength(0)];
        for (int i = 0; i < result.Length; i++)
        {
            for (int j = 0; j < v.Length; j++)
                result[i] += matrix[i, j] * v[j];
        }
        return result;
    }

    // Two outputs of three inputs.
    private static double[,] Jacobian(double[] x) => new[,]
    {
        { x[1], x[0], 0 },
        { 0, Math.Cos(x[1]), 2 },
    };

    private static double[] Jvp(double[] x, double[] v) => Product(Jacobian(x), v);

    private static double[] Vjp(double[] x, double[] w)
        => [x[1] * w[0], x[0] * w[0] + Math.Cos(x[1]) * w[1], 2 * w[1]];

    private static double[,] Off(double[,] matrix, int row, int column, double by)
    {
        matrix[row, column] += by;
        return matrix;
    }

    private static void Fails(string expected, Func<GradientCheckReport> check)
    {
        string message = Assert.Throws<GradientCheckException>(check).Message;
        Assert.Contains("disagrees: worst of", message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void RightSecondDerivativesPass()
    {
        Assert.True(GradientCheck.Hvp(Gradient, Hvp, s_x).IsPassed);
        Assert.True(GradientCheck.Hessian(Gradient, Hessian, s_x).IsPassed);
        Assert.True(GradientCheck.HessianDiagonal(Gradient, x => [Hessian(x)[0, 0], Hessian(x)[1, 1], Hessian(x)[2, 2]], s_x).IsPassed);
        Assert.True(GradientCheck.HessianSymmetry(Hessian, s_x).IsPassed);
        Assert.True(GradientCheck.HessianAgainstHvp(Hessian, Hvp, s_x).IsPassed);
        Assert.True(GradientCheck.HvpSymmetry(Hvp, s_x).IsPassed);
    }

    [Fact]
    public void WrongSecondDerivativesAreNamed()
    {
        Fails("Hvp disagrees: worst of 18 components is [2] along", () => GradientCheck.Hvp(Gradient, (x, v) => Product(Off(Hessian(x), 2, 1, 0.9), v), s_x));
        Fails("is [1], column [2]: expected", () => GradientCheck.Hessian(Gradient, x => Off(Hessian(x), 1, 2, 1e-4), s_x));
        Fails("is [1]: expected", () => GradientCheck.HessianDiagonal(Gradient, x => [Hessian(x)[0, 0], 0.1, Hessian(x)[2, 2]], s_x));
        Fails("symmetry of the Hessian disagrees", () => GradientCheck.HessianSymmetry(x => Off(Hessian(x), 2, 0, 1e-300), s_x));
        Fails("is [0], column [1]", () => GradientCheck.HessianAgainstHvp(x => Off(Hessian(x), 0, 1, 1e-10), Hvp, s_x));
        Fails("symmetry of Hvp disagrees", () => GradientCheck.HvpSymmetry((x, v) => Product(Off(Hessian(x), 0, 1, 1e-9), v), s_x));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Hessian(Gradient, _ => new double[3, 2], s_x));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Hvp(Gradient, (_, _) => [1, 2], s_x));
    }

    [Fact]
    public void ASymmetryUpToRoundingNeedsATolerance()
        => Assert.True(GradientCheck.HessianSymmetry(x => Off(Hessian(x), 1, 0, 1e-15), s_x, 1e-12).IsPassed);

    [Fact]
    public void FirstDerivativesAgreeWithEachOther()
    {
        Assert.True(GradientCheck.JacobianAgainstJvp(Jacobian, Jvp, s_x).IsPassed);
        Assert.True(GradientCheck.JacobianAgainstVjp(Jacobian, Vjp, s_x).IsPassed);
        Assert.True(GradientCheck.JvpAgainstVjp(Jvp, Vjp, s_x).IsPassed);
        Assert.True(GradientCheck.GradientAgainstJvp(Gradient, (x, v) => Gradient(x)[0] * v[0] + Gradient(x)[1] * v[1] + Gradient(x)[2] * v[2], s_x).IsPassed);
    }

    [Fact]
    public void DisagreementsWithSiblingsAreNamed()
    {
        Fails("Jacobian against Jvp disagrees: worst of 12 components is [1], column [0]", () => GradientCheck.JacobianAgainstJvp(x => Off(Jacobian(x), 1, 0, 1e-9), Jvp, s_x));
        Fails("is [2], row [0]", () => GradientCheck.JacobianAgainstVjp(x => Off(Jacobian(x), 0, 2, 1e-9), Vjp, s_x));
        Fails("is [0], direction [1]", () => GradientCheck.GradientAgainstJvp(x => [0, 2, 0], (_, v) => v[1] * 3, s_x));
        Assert.Throws<GradientCheckException>(() => GradientCheck.JacobianAgainstJvp(_ => new double[2, 4], Jvp, s_x));
        Assert.Throws<GradientCheckException>(() => GradientCheck.JacobianAgainstJvp(_ => new double[3, 3], Jvp, s_x));
    }

    [Fact]
    public void NaNNeverAgrees()
    {
        Assert.Throws<GradientCheckException>(() => GradientCheck.HessianSymmetry(x => Off(Hessian(x), 1, 0, double.NaN), s_x));
        Assert.Throws<GradientCheckException>(() => GradientCheck.HessianAgainstHvp(x => Off(Hessian(x), 1, 0, double.NaN), Hvp, s_x));
    }

    [Fact]
    public void SpanShapesAreFilledWithNaNFirst()
    {
        static void Slope(ReadOnlySpan<double> x, Span<double> dx) => Gradient(x.ToArray()).CopyTo(dx);
        static void Second(ReadOnlySpan<double> x, Span<double> h)
        {
            double[,] matrix = Hessian(x.ToArray());
            for (int k = 0; k < h.Length; k++)
                h[k] = matrix[k / x.Length, k % x.Length];
        }
        static void Along(ReadOnlySpan<double> x, ReadOnlySpan<double> dx, Span<double> hx) => Hvp(x.ToArray(), dx.ToArray()).CopyTo(hx);

        Assert.True(GradientCheck.Hessian<double>(Slope, Second, s_x).IsPassed);
        Assert.True(GradientCheck.Hvp<double>(Slope, Along, s_x).IsPassed);
        Assert.True(GradientCheck.Jacobian<double>(x => Gradient(x.ToArray()), Second, s_x).IsPassed);
        Assert.Throws<GradientCheckException>(() => GradientCheck.Hessian<double>(
            Slope,
            (x, h) =>
            {
                double unwritten = h[8];
                Second(x, h);
                h[8] = unwritten;
            },
            s_x));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Hvp<double>(Slope, (_, _, _) => { }, s_x));
        Fails("symmetry", () => GradientCheck.Hessian<double>(
            Slope,
            (x, h) =>
            {
                Second(x, h);
                h[1] = Math.BitIncrement(h[1]);
            },
            s_x));
    }
}
