using System;
using System.Linq;

namespace DiffGen.Benchmarks;

/// <summary>Gradients of many small inputs in lanes, and of one large fit on several threads, each against the same code one by one.</summary>
internal static partial class Batches
{
    public static void Write()
    {
        WriteBatch();
        WriteThreads();
    }

    /// <summary>A damped oscillation against a measured value.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Batch)]
    [Differentiable(Derivatives.Gradient | Derivatives.Batch, Name = "MisfitFast", FloatingPoint = FloatingPoint.Fast)]
    public static double Misfit(double amplitude, double damping, double frequency, [NoDerivative] double time)
    {
        double residual = (amplitude * Math.Exp(-damping * time) * Math.Cos(frequency * time)) - 0.3;
        return residual * residual;
    }

    /// <summary>Squares of what a neuron says of each row of x, less its target.</summary>
    [Differentiable(Derivatives.Gradient, Wrt = new[] { nameof(w) })]
    [Differentiable(Derivatives.Gradient, Name = "FitOnThreads", Wrt = new[] { nameof(w) }, Parallel = true)]
    public static double Fit(double[] w, double[] x, double[] targets)
    {
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double activation = 0;
            for (int j = 0; j < w.Length; j++)
                activation += w[j] * x[(i * w.Length) + j];
            double residual = Math.Tanh(activation) - targets[i];
            sum += residual * residual;
        }
        return sum;
    }

    private static void WriteBatch()
    {
        const int n = 4096;
        const double time = 0.7;
        double[] a = Numbers(n, 1), b = Numbers(n, 2), c = Numbers(n, 3);
        double[] value = new double[n], da = new double[n], db = new double[n], dc = new double[n];
        double sink = 0;
        void Primal()
        {
            for (int i = 0; i < n; i++)
                sink += Misfit(a[i], b[i], c[i], time);
        }

        void OneByOne()
        {
            for (int i = 0; i < n; i++)
                (da[i], db[i], dc[i]) = MisfitGradient(a[i], b[i], c[i], time);
        }

        void Strict() => MisfitGradientBatch(a, b, c, time, value, da, db, dc);
        void Fast() => MisfitFastGradientBatch(a, b, c, time, value, da, db, dc);
        double[] times = Timing.Medians(15, 4, Primal, OneByOne, Strict, Fast);
        Console.WriteLine($"| Gradients of {n} small inputs | ns per input |");
        Console.WriteLine("|---|---|");
        string[] names = ["primal alone", "one call per input", "batch, strict", "batch, fast"];
        foreach (var (name, milliseconds) in names.Zip(times))
            Console.WriteLine($"| {name} | {milliseconds * 1e6 / n:F1} |");
        Console.WriteLine($"| bytes allocated per batch | {Timing.BytesPerCall(Strict):F0} |");
        Console.WriteLine();
        GC.KeepAlive(sink);
    }

    private static void WriteThreads()
    {
        const int rows = 100_000, columns = 20;
        double[] w = Numbers(columns, 4), x = Numbers(rows * columns, 5), targets = Numbers(rows, 6), dw = new double[columns];
        double[] times = Timing.Medians(15, 1, () => FitGradient(w, x, targets, dw), () => FitOnThreadsGradient(w, x, targets, dw));
        Console.WriteLine($"| Gradient of a fit, {rows} rows of {columns}, {Environment.ProcessorCount} processors | ms |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| one thread | {times[0]:F2} |");
        Console.WriteLine($"| Parallel = true | {times[1]:F2} |");
        Console.WriteLine();
    }

    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
