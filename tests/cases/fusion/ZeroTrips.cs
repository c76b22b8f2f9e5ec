// A fused loop that runs no iteration.
// point: x: new double[0], k: 2
// value: 2
// gradient: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class ZeroTrips
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, double k)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * k;
        return s + k;
    }
}
