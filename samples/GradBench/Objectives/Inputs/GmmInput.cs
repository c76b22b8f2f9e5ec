using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Gmm.LogPosterior"/> takes.</summary>
public sealed record GmmInput(
    int D, int K, int N, double[] Alpha, double[] Mu, double[] Q, double[] L, double[] X, double Gamma = 1, int M = 0)
{
    /// <summary>An input of the given size, the same in every run.</summary>
    public static GmmInput Create(int d, int k, int n)
    {
        var random = new Random(1);
        return new(
            d, k, n, Draws.Normal(random, k), Draws.Uniform(random, k * d, 0, 1), Draws.Normal(random, k * d),
            Draws.Normal(random, k * d * (d - 1) / 2), Draws.Normal(random, n * d));
    }

    /// <summary>The value.</summary>
    public double Value() => Gmm.LogPosterior(D, K, N, Alpha, Mu, Q, L, X, Gamma, M);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> dAlpha, Span<double> dMu, Span<double> dQ, Span<double> dL)
        => Gmm.LogPosteriorGradient(D, K, N, Alpha, Mu, Q, L, X, Gamma, M, dAlpha, dMu, dQ, dL);
}
