// Lists and dictionaries of numbers without a derivative: indexed, counted, asked.
// point: x: 1.3
using System;
using System.Collections.Generic;
using DiffGen;

namespace Cases.Statements;

public static partial class InactiveCollections
{
    private static readonly List<int> s_counts = [3, 1, 2];

    private static readonly Dictionary<string, double> s_rates = new() { ["a"] = 0.5, ["b"] = 2 };

    [Differentiable]
    public static double F(double x)
    {
        double s = 1;
        for (int i = 0; i < s_counts.Count; i++)
            s *= Math.Pow(x, s_counts[i]) + s_rates["a"];
        if (s_rates.TryGetValue("b", out double rate))
            s *= rate * x;
        return s;
    }
}
