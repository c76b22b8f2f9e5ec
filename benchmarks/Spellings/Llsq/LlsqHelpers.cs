using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A helper for the polynomial, one for the square; a while loop over the points.</summary>
internal static partial class LlsqHelpers
{
    [Differentiable(Derivatives.Gradient)]
    public static double HalfSquares(double[] x, int n)
    {
        double sum = 0;
        int i = 0;
        while (i < n)
        {
            double t = -1 + (2.0 * i / (n - 1));
            sum += Square(Math.Sign(t) - Polynomial(x, t));
            i++;
        }
        return sum / 2;
    }

    [Differentiable]
    private static double Polynomial(double[] coefficients, [NoDerivative] double t)
    {
        double value = 0;
        double power = 1;
        foreach (double coefficient in coefficients)
        {
            value += coefficient * power;
            power *= t;
        }
        return value;
    }

    [Differentiable]
    private static double Square(double x) => x * x;
}
