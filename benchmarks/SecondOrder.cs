using System;
using System.Linq;
using DiffGen.CompilerServices;

namespace DiffGen.Benchmarks;

/// <summary>The Hessian times a direction against the gradient, for the mixture of Gaussians.</summary>
internal static class SecondOrder
{
    public static void Write()
    {
        const int d = 10, k = 25, n = 1000;
        var random = new Random(1);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] alpha = Numbers(k), mu = Numbers(k * d), q = Numbers(k * d), l = Numbers(k * d * (d - 1) / 2), x = Numbers(n * d);
        double[] dAlpha = Numbers(k), dMu = Numbers(k * d), dq = Numbers(k * d), dl = Numbers(l.Length);
        double[] hAlpha = new double[k], hMu = new double[k * d], hq = new double[k * d], hl = new double[l.Length];
        void Gradient() => Gaussians.LogLikelihoodGradient(d, k, n, alpha, mu, q, l, x, hAlpha, hMu, hq, hl);
        void Product() => Gaussians.LogLikelihoodHvp(d, k, n, alpha, mu, q, l, x, dAlpha, dMu, dq, dl, hAlpha, hMu, hq, hl);

        double[] times = Timing.Medians(15, 3, Gradient, Product);
        double bytes = Timing.BytesPerCall(Product);
        Console.WriteLine("| Hessian times direction, mixture of Gaussians, d = 10, K = 25, n = 1000 | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| gradient | {times[0]:F3} ms |");
        Console.WriteLine($"| product / gradient | {times[1] / times[0]:F2} |");
        Console.WriteLine($"| bytes allocated per product | {bytes:F0} |");
        Console.WriteLine($"| bytes of records on the tape | {Tape.LastHighWaterBytes} |");
        Console.WriteLine();
    }
}
