using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>The gradient of the mixture of Gaussians: for each point all components forward, their shares, all components back.</summary>
internal static class GmmByHand
{
    private static double[]? _storage;

    public static void Gradient(
        int d, int k, int n, ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q, ReadOnlySpan<double> l, ReadOnlySpan<double> x,
        double gamma, int m, Span<double> dAlpha, Span<double> dMu, Span<double> dQ, Span<double> dL)
    {
        int triangle = d * (d - 1) / 2;
        Span<double> rest = Scratch.Reserve(ref _storage, (3 * k * d) + (2 * k) + (2 * d));
        Span<double> diagonal = Scratch.Take(ref rest, k * d), sums = Scratch.Take(ref rest, k), centred = Scratch.Take(ref rest, k * d);
        Span<double> y = Scratch.Take(ref rest, k * d), terms = Scratch.Take(ref rest, k), yBar = Scratch.Take(ref rest, d), centredBar = rest;
        dAlpha.Clear();
        dMu.Clear();
        dQ.Clear(); // holds the adjoint of the diagonal until the end
        sums.Clear();
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                diagonal[(c * d) + j] = Math.Exp(q[(c * d) + j]);
                sums[c] += q[(c * d) + j];
            }
        }
        for (int j = 0; j < l.Length; j++)
            dL[j] = -gamma * gamma * l[j];

        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> point = x.Slice(i * d, d);
            for (int c = 0; c < k; c++)
            {
                double square = Forward(
                    point, mu.Slice(c * d, d), diagonal.Slice(c * d, d), l.Slice(c * triangle, triangle), centred.Slice(c * d, d), y.Slice(c * d, d));
                terms[c] = alpha[c] + sums[c] - (0.5 * square);
            }
            LogSumExpByHand.Gradient(terms, terms);
            for (int c = 0; c < k; c++)
            {
                dAlpha[c] += terms[c];
                Back(
                    terms[c], centred.Slice(c * d, d), y.Slice(c * d, d), diagonal.Slice(c * d, d), l.Slice(c * triangle, triangle), yBar, centredBar,
                    dMu.Slice(c * d, d), dQ.Slice(c * d, d), dL.Slice(c * triangle, triangle));
            }
        }

        // The sum of q enters each term with the term's share, which dAlpha holds so far.
        LogSumExpByHand.Gradient(alpha, terms);
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                double e = diagonal[(c * d) + j];
                dQ[(c * d) + j] = (dQ[(c * d) + j] * e) + dAlpha[c] + m - (gamma * gamma * e * e);
            }
            dAlpha[c] -= n * terms[c];
        }
    }

    private static double Forward(
        ReadOnlySpan<double> point, ReadOnlySpan<double> mu, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> l, Span<double> centred, Span<double> y)
    {
        for (int j = 0; j < point.Length; j++)
        {
            centred[j] = point[j] - mu[j];
            y[j] = diagonal[j] * centred[j];
        }
        for (int a = 0; a < centred.Length; a++)
        {
            double value = centred[a];
            Span<double> below = y[(a + 1)..];
            ReadOnlySpan<double> column = l[..below.Length];
            for (int b = 0; b < below.Length; b++)
                below[b] += column[b] * value;
            l = l[below.Length..];
        }
        double square = 0;
        for (int j = 0; j < y.Length; j++)
            square += y[j] * y[j];
        return square;
    }

    private static void Back(
        double share, ReadOnlySpan<double> centred, ReadOnlySpan<double> y, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> l, Span<double> yBar,
        Span<double> centredBar, Span<double> dMu, Span<double> dQ, Span<double> dL)
    {
        for (int j = 0; j < y.Length; j++)
        {
            yBar[j] = -share * y[j];
            dQ[j] += yBar[j] * centred[j];
            centredBar[j] = yBar[j] * diagonal[j];
        }
        for (int a = 0; a < centred.Length; a++)
        {
            double value = centred[a], bar = 0;
            ReadOnlySpan<double> below = yBar[(a + 1)..];
            ReadOnlySpan<double> column = l[..below.Length];
            Span<double> columnBar = dL[..below.Length];
            for (int b = 0; b < below.Length; b++)
            {
                columnBar[b] += below[b] * value;
                bar += column[b] * below[b];
            }
            centredBar[a] += bar;
            l = l[below.Length..];
            dL = dL[below.Length..];
        }
        for (int j = 0; j < dMu.Length; j++)
            dMu[j] -= centredBar[j];
    }
}
