// foreach over lists that carry no derivative, one of which changes afterwards.
// point: x: 1.3
using System;
using System.Collections.Generic;
using DiffGen;

namespace Cases.Statements;

public static partial class ListsOfConstants
{
    private static readonly double[] s_weights = [0.5, 2];

    private static readonly List<int> s_numbers = [3, 1, 2];

    [Differentiable]
    public static double F(double x)
    {
        var numbers = new List<int>(s_numbers);
        IReadOnlyList<double> weights = s_weights;
        double s = 1;
        foreach (int n in numbers)
        {
            foreach (double w in weights)
                s *= Math.Pow(x, n) + w;
        }
        numbers.Clear();
        return s * (numbers.Count + 1);
    }
}
