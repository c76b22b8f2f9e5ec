using System;
using System.Diagnostics;
using System.Linq;

namespace DiffGen.Benchmarks;

/// <summary>The sparse Hessian of a problem whose variables meet their neighbours: the time goes with the number of variables.</summary>
internal static partial class Sparse
{
    /// <summary>Rosenbrock's function, chained.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.SparseHessian)]
    public static double Valley(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    public static void Write()
    {
        Console.WriteLine("| Tridiagonal Hessian, n | first call | per variable | next calls | per variable | next call / gradient | bytes allocated per next call |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        for (int i = 0; i < 200; i++)
            ValleySparseHessian(new double[100]);
        foreach (int n in new[] { 1000, 3000, 10_000, 30_000, 100_000 })
        {
            double[] x = [.. Enumerable.Range(0, n).Select(i => 1 + 0.1 * Math.Sin(i))];
            var dx = new double[n];
            CsrMatrix<double> hessian = ValleySparseHessian(x);
            void First() => ValleySparseHessian(x);
            void Next() => ValleySparseHessian(x, hessian);
            void Gradient() => ValleyGradient(x, dx);
            double first = Median(5, First);
            double[] times = Timing.Medians(15, Math.Max(1, 30_000 / n), Next, Gradient);
            Console.WriteLine($"| {n} | {first:F3} ms | {first * 1e6 / n:F0} ns | {times[0]:F3} ms | {times[0] * 1e6 / n:F1} ns | {times[0] / times[1]:F1} | {Timing.BytesPerCall(Next):F0} |");
        }
        Console.WriteLine();
    }

    private static double Median(int rounds, Action call)
    {
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            call();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return times.Order().ElementAt(rounds / 2);
    }
}
