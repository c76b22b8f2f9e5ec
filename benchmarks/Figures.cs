using System;
using System.IO;
using System.Linq;
using DiffGen.CompilerServices;
using DiffGen.TestKit;

namespace DiffGen.Benchmarks;

/// <summary>Single figures of generated code and of the generator.</summary>
internal static class Figures
{
    public static void Write()
    {
        Console.WriteLine("Measuring; this takes about a minute.");
        Console.WriteLine();
        WriteGaussians();
        SecondOrder.Write();
        WriteRecursion();
        VectorMode.Write();
        Batches.Write();
        Sparse.Write();
        WriteGenerator();
    }

    private static void WriteGaussians()
    {
        const int d = 10, k = 25;
        var random = new Random(1);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        double[] alpha = Numbers(k), mu = Numbers(k * d), q = Numbers(k * d), l = Numbers(k * d * (d - 1) / 2), x = Numbers(10_000 * d);
        double[] dAlpha = new double[k], dMu = new double[k * d], dq = new double[k * d], dl = new double[l.Length];
        void Primal(int n) => Gaussians.LogLikelihood(d, k, n, alpha, mu, q, l, x);
        void Gradient(int n) => Gaussians.LogLikelihoodGradient(d, k, n, alpha, mu, q, l, x, dAlpha, dMu, dq, dl);
        void Both(int n) => Gaussians.LogLikelihoodValueAndGradient(d, k, n, alpha, mu, q, l, x, dAlpha, dMu, dq, dl);

        double[] times = Timing.Medians(15, 3, () => Primal(1000), () => Gradient(1000), () => Both(1000));
        double bytes = Timing.BytesPerCall(() => Gradient(1000));
        long small = Tape.LastHighWaterBytes;
        Gradient(10_000);
        long large = Tape.LastHighWaterBytes;
        double afterLarge = Timing.BytesPerCall(() => Gradient(1000));
        Console.WriteLine("| Mixture of Gaussians, d = 10, K = 25, n = 1000 | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| primal | {times[0]:F3} ms |");
        Console.WriteLine($"| gradient / primal | {times[1] / times[0]:F2} |");
        Console.WriteLine($"| value and gradient / primal | {times[2] / times[0]:F2} |");
        Console.WriteLine($"| bytes allocated per gradient | {bytes:F0} |");
        Console.WriteLine($"| bytes allocated per gradient, after a call ten times larger | {afterLarge:F0} |");
        Console.WriteLine($"| bytes of records on the tape, n = 1000 and n = 10000 | {small} and {large} |");
        Console.WriteLine();
    }

    private static void WriteRecursion()
    {
        Console.WriteLine("| Depth of recursion | gradient | per level | bytes allocated |");
        Console.WriteLine("|---|---|---|---|");
        foreach (int depth in new[] { 10, 100, 1000, 10_000 })
        {
            void Gradient() => Recursion.ChainGradient(0.7, depth);
            double time = Timing.Medians(15, Math.Max(1, 20_000 / depth), Gradient)[0];
            Console.WriteLine($"| {depth} | {time * 1000:F1} us | {time * 1e6 / depth:F1} ns | {Timing.BytesPerCall(Gradient):F0} |");
        }
        Console.WriteLine();
    }

    private static void WriteGenerator()
    {
        const int copies = 20;
        string method = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Gaussians.cs"));
        int body = method.IndexOf("internal static partial class Gaussians", StringComparison.Ordinal);
        string source = method[..body] + string.Concat(Enumerable.Range(0, copies).Select(i => method[body..].Replace("class Gaussians", $"class Gaussians{i}", StringComparison.Ordinal)));
        double whole = GeneratorCost.MedianRerun(source).TotalMilliseconds;
        Console.WriteLine($"| Generator, {2 * copies} methods of this size | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| all lowered again after an edit elsewhere | {whole:F2} ms |");
        Console.WriteLine($"| per method | {whole / (2 * copies):F3} ms |");
    }
}
