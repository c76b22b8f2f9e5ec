using System;

namespace DiffGen.Sparse.Tests;

/// <summary>Functions whose matrices have well-known patterns.</summary>
internal static partial class Problems
{
    private const Derivatives Both = Derivatives.Jvp | Derivatives.Jacobian | Derivatives.SparseJacobian;
    private const Derivatives Second = Derivatives.Default | Derivatives.Hvp | Derivatives.SparseHessian;

    /// <summary>Rosenbrock's valley, chained: its Hessian is tridiagonal.</summary>
    [Differentiable(Second)]
    public static double Valley(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    /// <summary>Every variable meets the last one: an arrow.</summary>
    [Differentiable(Second)]
    public static double Hub(ReadOnlySpan<double> x)
    {
        double hub = x[^1], sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
            sum += Math.Exp(x[i] * hub) + x[i];
        return sum;
    }

    /// <summary>A sum of functions of one variable: diagonal; the linear ones do not occur at all.</summary>
    [Differentiable(Second)]
    public static double Separable(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += i % 2 == 0 ? Math.Cos(x[i]) : 3 * x[i];
        return sum;
    }

    /// <summary>Squares the sum of all: full.</summary>
    [Differentiable(Second)]
    public static double Dense(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
        return Math.Exp(sum);
    }

    /// <summary>Which variables meet depends on the values.</summary>
    [Differentiable(Second)]
    public static double Switching(ReadOnlySpan<double> x) => x[0] > 0 ? x[0] * x[1] : x[1] * x[2];

    /// <summary>An implicit step of the heat equation: five entries per row at most.</summary>
    [Differentiable(Both, Wrt = new[] { nameof(u) })]
    public static void Band(ReadOnlySpan<double> u, Span<double> residual)
    {
        for (int i = 0; i < u.Length; i++)
        {
            double sum = u[i] * u[i];
            if (i >= 2)
                sum -= u[i - 2] * u[i];
            if (i + 2 < u.Length)
                sum += Math.Sin(u[i + 2]);
            residual[i] = sum;
        }
    }

    /// <summary>One row that depends on everything, above a diagonal.</summary>
    [Differentiable(Both)]
    public static double[] DenseRow(ReadOnlySpan<double> x)
    {
        var y = new double[x.Length + 1];
        for (int i = 0; i < x.Length; i++)
        {
            y[0] += x[i] * x[i];
            y[i + 1] = Math.Exp(x[i]);
        }
        return y;
    }

    /// <summary>State that is carried and overwritten: the i-th output depends on the first i inputs.</summary>
    [Differentiable(Both)]
    public static double[] RunningProduct(ReadOnlySpan<double> x)
    {
        var y = new double[x.Length];
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
            y[i] = product;
        }
        return y;
    }

    /// <summary>An input that is overwritten, and read again.</summary>
    [Differentiable(Both)]
    public static void InPlace(Span<double> x)
    {
        for (int i = 1; i < x.Length; i++)
            x[i] += x[i - 1] * 0.5;
        x[0] = 2;
    }

    /// <summary>
    /// Bundle adjustment with pinhole cameras: each observation sees one camera of six parameters and one point of three. Residuals two by two.
    /// </summary>
    [Differentiable(Derivatives.Jvp | Derivatives.Jacobian | Derivatives.SparseJacobian, Wrt = new[] { nameof(cameras), nameof(points) })]
    public static void Reproject(
        ReadOnlySpan<double> cameras, ReadOnlySpan<double> points, ReadOnlySpan<int> camera, ReadOnlySpan<int> point,
        [NoDerivative] ReadOnlySpan<double> seen, Span<double> residuals)
    {
        for (int k = 0; k < camera.Length; k++)
        {
            int c = 6 * camera[k], p = 3 * point[k];
            double x = points[p] - cameras[c + 1] * points[p + 1] + cameras[c + 2] * points[p + 2] + cameras[c + 3];
            double y = points[p + 1] + cameras[c + 1] * points[p] - cameras[c] * points[p + 2] + cameras[c + 4];
            double z = points[p + 2] - cameras[c + 2] * points[p] + cameras[c] * points[p + 1] + cameras[c + 5];
            residuals[2 * k] = x / z - seen[2 * k];
            residuals[2 * k + 1] = y / z - seen[2 * k + 1];
        }
    }

    [Differentiable(Second | Derivatives.Jacobian | Derivatives.SparseJacobian)]
    public static double OfValues(double a, (double X, float Y) pair, ReadOnlySpan<double> rest) => a * pair.X + pair.Y * pair.Y * rest[1];

    [Differentiable(Both)]
    public static (double Sum, double Product) TwoValues(double a, double b, double c) => (a + b, b * c);

    [CustomDerivative(Jvp = nameof(SquareTimesJvp), Vjp = nameof(SquareTimesVjp))]
    public static double SquareTimes(double a, double b) => a * a * b;

    private static (double Value, double Tangent) SquareTimesJvp(double a, double b, double da, double db) => (a * a * b, 2 * a * b * da + a * a * db);

    private static (double A, double B) SquareTimesVjp(double a, double b, double cotangent) => (2 * a * b * cotangent, a * a * cotangent);

    /// <summary>Sets cannot follow a rule.</summary>
    [Differentiable(Both)]
    public static double[] WithRule(ReadOnlySpan<double> x)
    {
        var y = new double[x.Length - 1];
        for (int i = 0; i < y.Length; i++)
            y[i] = SquareTimes(x[i], x[i + 1]);
        return y;
    }

    [Differentiable]
    public static double EvenSquares(ReadOnlySpan<double> x, int i, double sum)
        => i >= x.Length ? sum * sum : EvenSquares(x, i + 2, sum + x[i] * x[i]);

    /// <summary>Recursion, whose halves hand each other records on the tape.</summary>
    [Differentiable(Second)]
    public static double Recursive(ReadOnlySpan<double> x) => EvenSquares(x, 0, 0);

    /// <summary>An anomaly would be reported; there is none.</summary>
    [Differentiable(Second, DetectAnomaly = true)]
    public static double Watched(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
            sum += x[i] * Math.Sqrt(x[i + 1]);
        return sum;
    }
}
