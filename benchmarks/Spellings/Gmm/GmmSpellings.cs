using System;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the mixture of Gaussians, with the prior's usual parameters. Derivatives: alpha, mu, q, l. Constant terms are added here.</summary>
internal static class GmmSpellings
{
    public static Spelling[] Of(GmmInput input)
    {
        (int d, int k, int n) = (input.D, input.K, input.N);
        double constant = Gmm.Constant(d, k, n, input.Gamma, input.M);
        return [Sample(input), ByRows(input, constant), Jagged(input, constant), Matrices(input, constant)];
    }

    private static Spelling Sample(GmmInput i)
    {
        Destinations to = new(i);
        return new(nameof(Gmm), () => [i.Value()], () => i.Gradient(to.Alpha, to.Mu, to.Q, to.L), to.Flat);
    }

    private static Spelling ByRows(GmmInput i, double constant)
    {
        Destinations to = new(i);
        return new(
            nameof(GmmByRows), () => [constant + GmmByRows.LogPosterior(i.D, i.K, i.N, i.Alpha, i.Mu, i.Q, i.L, i.X)],
            () => GmmByRows.LogPosteriorGradient(i.D, i.K, i.N, i.Alpha, i.Mu, i.Q, i.L, i.X, to.Alpha, to.Mu, to.Q, to.L), to.Flat);
    }

    private static Spelling Jagged(GmmInput i, double constant)
    {
        double[][] mu = Shapes.Jagged(i.Mu, i.K), q = Shapes.Jagged(i.Q, i.K), l = Shapes.Jagged(i.L, i.K), x = Shapes.Jagged(i.X, i.N);
        double[][] dMu = Shapes.Like(mu), dQ = Shapes.Like(q), dL = Shapes.Like(l);
        var dAlpha = new double[i.K];
        return new(
            nameof(GmmJagged), () => [constant + GmmJagged.LogPosterior(i.Alpha, mu, q, l, x)],
            () => GmmJagged.LogPosteriorGradient(i.Alpha, mu, q, l, x, dAlpha, dMu, dQ, dL),
            () => [.. dAlpha, .. Shapes.Flat(dMu), .. Shapes.Flat(dQ), .. Shapes.Flat(dL)]);
    }

    private static Spelling Matrices(GmmInput i, double constant)
    {
        double[,] mu = Shapes.Rectangular(i.Mu, i.K), q = Shapes.Rectangular(i.Q, i.K), l = Shapes.Rectangular(i.L, i.K), x = Shapes.Rectangular(i.X, i.N);
        double[,] dMu = Shapes.Like(mu), dQ = Shapes.Like(q), dL = Shapes.Like(l);
        var dAlpha = new double[i.K];
        return new(
            nameof(GmmMatrices), () => [constant + GmmMatrices.LogPosterior(i.Alpha, mu, q, l, x)],
            () => GmmMatrices.LogPosteriorGradient(i.Alpha, mu, q, l, x, dAlpha, dMu, dQ, dL),
            () => [.. dAlpha, .. Shapes.Flat(dMu), .. Shapes.Flat(dQ), .. Shapes.Flat(dL)]);
    }

    private sealed record Destinations(double[] Alpha, double[] Mu, double[] Q, double[] L)
    {
        public Destinations(GmmInput input)
            : this(new double[input.Alpha.Length], new double[input.Mu.Length], new double[input.Q.Length], new double[input.L.Length])
        {
        }

        public double[] Flat() => [.. Alpha, .. Mu, .. Q, .. L];
    }
}
