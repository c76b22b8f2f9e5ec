using System;

namespace DiffGen.Benchmarks;

/// <summary>Whole matrices of derivatives in vector mode, against the same code one direction at a time.</summary>
internal static class VectorMode
{
    public static void Write()
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
