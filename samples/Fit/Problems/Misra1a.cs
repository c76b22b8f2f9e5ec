using System;
using DiffGen;

/// <summary>Dental research data on monomolecular adsorption (NIST StRD, lower difficulty).</summary>
internal static partial class Misra1a
{
    [Differentiable]
    public static double Law(ReadOnlySpan<double> b, [NoDerivative] double x)
        => b[0] * (1 - Math.Exp(-b[1] * x));

    [Differentiable(Derivatives.Jacobian)]
    public static double[] Values(ReadOnlySpan<double> b, [NoDerivative] ReadOnlySpan<double> x)
    {
        var values = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            values[i] = Law(b, x[i]);
        return values;
    }

    [Differentiable]
    public static double Squares(ReadOnlySpan<double> b, [NoDerivative] ReadOnlySpan<double> x, [NoDerivative] ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double residual = Law(b, x[i]) - y[i];
            sum += residual * residual;
        }
        return sum;
    }

    public static Problem Problem { get; } = new()
    {
        Name = "Misra1a",
        Source = "NIST StRD Misra1a (Misra 1978)",
        Formula = "y = b1 (1 - exp(-b2 x))",
        XLabel = "pressure",
        YLabel = "volume",
        X =
        [
            77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0,
        ],
        Y =
        [
            10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78,
        ],
        Start = [250, 0.0005],
        Published = [2.3894212918e2, 5.5015643181e-4],
        PublishedSquares = 1.2455138894e-1,
        Law = Law,
        Values = Values,
        Jacobian = ValuesJacobian,
        Squares = SquaresValueAndGradient,
    };
}
