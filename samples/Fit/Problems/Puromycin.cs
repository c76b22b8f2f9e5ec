using System;
using DiffGen;

/// <summary>Reaction velocity over substrate concentration, of an enzyme treated with Puromycin: the Michaelis-Menten law.</summary>
internal static partial class Puromycin
{
    [Differentiable]
    public static double Law(ReadOnlySpan<double> b, [NoDerivative] double x)
        => b[0] * x / (b[1] + x);

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
        Name = "Puromycin",
        Source = "Bates & Watts 1988, table A1.3",
        Formula = "v = b1 c / (b2 + c)",
        XLabel = "concentration (ppm)",
        YLabel = "velocity (counts/min²)",
        X =
        [
            0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.10, 1.10,
        ],
        Y =
        [
            76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200,
        ],
        Start = [200, 0.1],
        Published = [212.7, 0.06412],
        PublishedSquares = 1195.449,
        // Four digits were published.
        Tolerance = 2e-4,
        Law = Law,
        Values = Values,
        Jacobian = ValuesJacobian,
        Squares = SquaresValueAndGradient,
    };
}
