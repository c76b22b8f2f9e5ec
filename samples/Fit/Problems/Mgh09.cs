using System;
using DiffGen;

/// <summary>An enzyme reaction, from the test set of Moré, Garbow and Hillstrom (NIST StRD, higher difficulty).</summary>
internal static partial class Mgh09
{
    [Differentiable]
    public static double Law(ReadOnlySpan<double> b, [NoDerivative] double x)
        => b[0] * (x * x + b[1] * x) / (x * x + b[2] * x + b[3]);

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
        Name = "MGH09",
        Source = "NIST StRD MGH09 (Kowalik & Osborne 1978)",
        Formula = "y = b1 (x² + b2 x) / (x² + b3 x + b4)",
        XLabel = "x",
        YLabel = "y",
        X =
        [
            4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625,
        ],
        Y =
        [
            0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246,
        ],
        Start = [0.25, 0.39, 0.415, 0.39],
        Published = [1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1],
        PublishedSquares = 3.0750560385e-4,
        Law = Law,
        Values = Values,
        Jacobian = ValuesJacobian,
        Squares = SquaresValueAndGradient,
    };
}
