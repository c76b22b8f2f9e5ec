// The row begins and ends at places that each step has of its own; some steps have no outputs, and read nothing.
// point: w: [0.3, -0.2, 0.5, 0.7, 0.1, -0.4], counts: [2, 0, 1, 3]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class RowShiftedInput
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> w, ReadOnlySpan<int> counts)
    {
        var state = new double[6];
        var next = new double[6];
        state[0] = 0.5;
        for (int i = 1; i < 6; i++)
            state[i] = state[i - 1] * w[i];
        double total = 0;
        for (int step = 0; step < counts.Length; step++)
        {
            int from = step % 3;
            for (int o = 0; o < counts[step]; o++)
            {
                double sum = 0;
                for (int i = from; i < 5; i++)
                    sum += w[(i + o) % 6] * state[i + 1];
                next[o] = Math.Sin(sum);
            }
            for (int o = 0; o < counts[step]; o++)
                state[o + 1] = next[o];
            total += state[1] * state[2];
        }
        return total;
    }
}
