// The logarithm of the gamma function by Lanczos' sum, reflected for small arguments.
// point: x: 4.5
// value: 2.4537365708424422
// gradient: 1.3888709263595289
// within: 1e-10
// point: x: 0.2
// value: 1.5240638224307845
// gradient: -5.2890398965921883
// within: 1e-10
// point: x: 37.25
// value: 96.619884588278101
// gradient: 3.6041690730056272
// within: 1e-10
// point: x: -1.0
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LogGamma
{
    private const double G = 7.0;
    private static readonly double LogSqrtTwoPi = 0.5 * Math.Log(2.0 * Math.PI);

    private static ReadOnlySpan<double> Lanczos =>
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x) for positive x.</summary>
    [Differentiable]
    public static double F(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - F(1.0 - x);

        x -= 1.0;
        double sum = Lanczos[0];
        for (int k = 1; k < Lanczos.Length; k++)
            sum += Lanczos[k] / (x + k);
        double t = x + G + 0.5;
        return LogSqrtTwoPi + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
