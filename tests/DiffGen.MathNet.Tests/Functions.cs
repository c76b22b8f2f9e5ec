using System;

namespace DiffGen.MathNet.Tests;

/// <summary>Functions whose minima are known in closed form.</summary>
internal static partial class Functions
{
    /// <summary>Least at (1, 1), where it is 0.</summary>
    [Differentiable]
    public static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double valley = x[1] - x[0] * x[0];
        return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
    }

    public static void RosenbrockHessian(ReadOnlySpan<double> x, Span<double> hessian)
    {
        hessian[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
        hessian[1] = hessian[2] = -400 * x[0];
        hessian[3] = 200;
    }

    /// <summary>The residuals of Rosenbrock's function.</summary>
    public static void Residuals(ReadOnlySpan<double> x, Span<double> r) => (r[0], r[1]) = (10 * (x[1] - x[0] * x[0]), 1 - x[0]);

    public static void ResidualJacobian(ReadOnlySpan<double> x, Span<double> jacobian)
    {
        (jacobian[0], jacobian[1]) = (-20 * x[0], 10);
        (jacobian[2], jacobian[3]) = (-1, 0);
    }

    [Differentiable]
    public static double Line(ReadOnlySpan<double> b, [NoDerivative] double x) => b[0] + b[1] * x;
}
