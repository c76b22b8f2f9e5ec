// List patterns on arrays and spans of active numbers.
// point: x: [0.3, -1.2, 0.8]
// point: x: [2.0]
// point: x: [-1.0, 4.0]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class ListPatterns
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = x switch
        {
            [] => 1,
            [var only] => only * only,
            [> 0, .., var last] => last * 3,
            [var first, .. var rest] => first * rest.Length,
        };
        ReadOnlySpan<double> span = x;
        if (span is [_, .. var tail] && tail is [var head, ..])
            s *= head;
        return span is [.., > 0.5] ? s * s : s;
    }
}
