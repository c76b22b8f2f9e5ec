// Binary search and other questions to active and inactive buffers: the index has no derivative.
// point: x: [0.0, 1.0, 2.5, 4.0], at: 1.7
// point: x: [0.0, 1.0, 2.5, 4.0], at: 2.5
// kink: the branch at a node
using System;
using DiffGen;

namespace Cases.Foreign;

public static partial class SearchedTable
{
    private static readonly double[] Weights = [1, 2, 4, 8];

    [Differentiable]
    public static double F(double[] x, double at)
    {
        double sum = 0;
        for (int k = 0; k < 2; k++)
        {
            int index = Array.BinarySearch(x, at);
            if (index >= 0)
                return sum + (at * Weights[index]) + Array.IndexOf(Weights, 4);
            index = ~index;
            double t = (at - x[index - 1]) / (x[index] - x[index - 1]);
            sum += t * t * Weights[index] * (x.AsSpan().Contains(7) ? 2 : 1);
            x[index] += 0.1;
        }
        return sum * (Weights.AsSpan(1).IndexOf(8.0) + 1);
    }
}
