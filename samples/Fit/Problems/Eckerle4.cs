using System;
using DiffGen;

/// <summary>Circular interference transmittance over wavelength (NIST StRD, higher difficulty).</summary>
internal static partial class Eckerle4
{
    [Differentiable]
    public static double Law(ReadOnlySpan<double> b, [NoDerivative] double x)
        => b[0] / b[1] * Math.Exp(-0.5 * (x - b[2]) / b[1] * ((x - b[2]) / b[1]));

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
        Name = "Eckerle4",
        Source = "NIST StRD Eckerle4 (Eckerle 1979)",
        Formula = "y = (b1 / b2) exp(-((x - b3) / b2)² / 2)",
        XLabel = "wavelength",
        YLabel = "transmittance",
        X =
        [
            400, 405, 410, 415, 420, 425, 430, 435, 436.5, 438, 439.5, 441, 442.5, 444, 445.5, 447, 448.5, 450, 451.5,
            453, 454.5, 456, 457.5, 459, 460.5, 462, 463.5, 465, 470, 475, 480, 485, 490, 495, 500,
        ],
        Y =
        [
            0.0001575, 0.0001699, 0.0002350, 0.0003102, 0.0004917, 0.0008710, 0.0017418, 0.0046400, 0.0065895,
            0.0097302, 0.0149002, 0.0237310, 0.0401683, 0.0712559, 0.1264458, 0.2073413, 0.2902366, 0.3445623,
            0.3698049, 0.3668534, 0.3106727, 0.2078154, 0.1164354, 0.0616764, 0.0337200, 0.0194023, 0.0117831,
            0.0074357, 0.0022732, 0.0008800, 0.0004579, 0.0002345, 0.0001586, 0.0001143, 0.0000710,
        ],
        Start = [1.5, 5, 450],
        Published = [1.5543827178, 4.0888321754, 4.5154121844e2],
        PublishedSquares = 1.4635887487e-3,
        Law = Law,
        Values = Values,
        Jacobian = ValuesJacobian,
        Squares = SquaresValueAndGradient,
    };
}
