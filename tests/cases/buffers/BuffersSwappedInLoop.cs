// Ping-pong between two scratch buffers by swapping references: each iteration reads what the last one wrote.
// point: x: [1.0, 0.5, -0.3, 0.2]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class BuffersSwappedInLoop
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double[] current = new double[n], next = new double[n];
        for (int i = 0; i < n; i++)
            current[i] = x[i];
        for (int step = 0; step < 3; step++)
        {
            for (int i = 0; i < n; i++)
                next[i] = current[i] * current[(i + 1) % n] + (0.5 * current[i]);
            double[] t = current;
            current = next;
            next = t;
        }
        double s = 0;
        for (int i = 0; i < n; i++)
            s += current[i] * (i + 1);
        return s;
    }
}
