// Layer normalisation by Welford's recurrence, in place, with gain and bias.
// point: x: [0.5, -1.2, 2.0, 0.3], gain: [1, 0.8, 1.1, 0.9], bias: [0, 0.1, -0.1, 0.2]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LayerNorm
{
    [Differentiable]
    public static void F(Span<double> x, ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, [NoDerivative] double epsilon = 1e-5)
    {
        double mean = 0, squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double delta = x[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (x[i] - mean);
        }
        double inverse = 1 / Math.Sqrt((squares / x.Length) + epsilon);
        for (int i = 0; i < x.Length; i++)
            x[i] = ((x[i] - mean) * inverse * gain[i]) + bias[i];
    }
}
