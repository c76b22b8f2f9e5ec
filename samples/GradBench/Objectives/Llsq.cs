using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>A polynomial fitted to the sign function by least squares.</summary>
public static partial class Llsq
{
    /// <summary>Half of the sum of squared residuals over n points, spread evenly from −1 to 1.</summary>
    /// <param name="x">Coefficients of the polynomial, lowest power first.</param>
    /// <param name="n">Number of points, at least two.</param>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "HalfSquaresFast", FloatingPoint = FloatingPoint.Fast)]
    public static double HalfSquares(ReadOnlySpan<double> x, int n)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1 + (2.0 * i / (n - 1));
            double power = 1;
            double polynomial = 0;
            for (int j = 0; j < x.Length; j++)
            {
                polynomial += x[j] * power;
                power *= t;
            }
            double residual = Math.Sign(t) - polynomial;
            total += residual * residual;
        }
        return 0.5 * total;
    }
}
