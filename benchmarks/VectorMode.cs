using System;

namespace DiffGen.Benchmarks;

/// <summary>Whole matrices of derivatives in vector mode, against the same code one direction at a time.</summary>
internal static partial class VectorMode
{
    public static void Write()
    {
        WriteJacobian();
        WriteHessian();
    }

    /// <summary>A sum in which every input meets every other.</summary>
    [Differentiable(Derivatives.Hvp | Derivatives.Hessian)]
    public static double Coupled(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double inner = 1;
            for (int j = 0; j < i; j++)
                inner += x[i] * x[j] * x[j];
            sum += Math.Log(inner * inner + 1);
        }
        return sum;
    }

    private static void WriteHessian()
    {
        Console.WriteLine("| n | Hessian | one Hvp | ratio / n |");
        Console.WriteLine("|---|---|---|---|");
        foreach (int n in (ReadOnlySpan<int>)[16, 64, 128])
        {
            var x = new double[n];
            for (int i = 0; i < n; i++)
                x[i] = Math.Sin(i + 1);
            double[] hessian = new double[n * n], product = new double[n];
            double[] times = Timing.Medians(15, Math.Max(1, 100_000 / (n * n)), () => CoupledHessian(x, hessian), () => CoupledHvp(x, x, product));
            Console.WriteLine($"| {n} | {times[0] * 1000:F1} us | {times[1] * 1000:F2} us | {times[0] / times[1] / n:F3} |");
        }
        Console.WriteLine();
    }

    private static void WriteJacobian()
    {
        double[] camera = [0.001, -0.002, 0.003, 0.5, 0.3, -0.2, 520, 0.1, -0.1, 0.01, -0.002];
        var point = new Reprojection.Vec3(7.2, 0.1, 3.0);
        var jacobian = new double[30];
        var dCamera = new double[11];
        double sink = 0;
        void Lanes() => Reprojection.ResidualJacobian(camera, point, 0.4, 271.8, 834.2, jacobian);
        void Twice()
        {
            dCamera.AsSpan().Clear();
            sink += Reprojection.ResidualVjp(camera, point, 0.4, 271.8, 834.2, (1, 0), dCamera).w;
            dCamera.AsSpan().Clear();
            sink += Reprojection.ResidualVjp(camera, point, 0.4, 271.8, 834.2, (0, 1), dCamera).w;
        }
        void Primal() => sink += Reprojection.Residual(camera, point, 0.4, 271.8, 834.2).U;
        double[] times = Timing.Medians(31, 20_000, Lanes, Twice, Primal);
        Console.WriteLine("| Reprojection of bundle adjustment, 2 x 15 | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| primal | {times[2] * 1e6:F0} ns |");
        Console.WriteLine($"| Jacobian in vector mode | {times[0] * 1e6:F0} ns |");
        Console.WriteLine($"| scalar reverse mode twice | {times[1] * 1e6:F0} ns |");
        Console.WriteLine($"| ratio | {times[0] / times[1]:F2} |");
        Console.WriteLine($"| bytes allocated per Jacobian | {Timing.BytesPerCall(Lanes):F0} |");
        Console.WriteLine();
        GC.KeepAlive(sink);
    }
}
