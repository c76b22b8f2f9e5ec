using System;

namespace Digits;

/// <summary>The optimiser of Kingma &amp; Ba (2015).</summary>
internal sealed class Adam(int size, double rate)
{
    private readonly double[] _mean = new double[size];
    private readonly double[] _square = new double[size];
    private double _meanDecay = 1;
    private double _squareDecay = 1;

    public void Step(Span<double> weights, ReadOnlySpan<double> gradient)
    {
        _meanDecay *= 0.9;
        _squareDecay *= 0.999;
        double scale = rate * Math.Sqrt(1 - _squareDecay) / (1 - _meanDecay);
        for (int i = 0; i < weights.Length; i++)
        {
            _mean[i] += 0.1 * (gradient[i] - _mean[i]);
            _square[i] += 0.001 * (gradient[i] * gradient[i] - _square[i]);
            weights[i] -= scale * _mean[i] / (Math.Sqrt(_square[i]) + 1e-8);
        }
    }
}
