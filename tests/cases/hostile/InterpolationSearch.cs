// A table lookup by comparing active values, linear between the nodes.
// point: x: 2.3
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class InterpolationSearch
{
    private static readonly double[] Nodes = [0, 1, 2, 4, 8];
    private static readonly double[] Values = [1, 3, 2, 5, 4];

    [Differentiable]
    public static double F(double x)
    {
        int k = 0;
        while (k + 2 < Nodes.Length && x > Nodes[k + 1])
            k++;
        double t = (x - Nodes[k]) / (Nodes[k + 1] - Nodes[k]);
        return Values[k] + (t * (Values[k + 1] - Values[k]));
    }
}
