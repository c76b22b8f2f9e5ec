// Patterns on values whose type is known only at run time.
// point: x: 1.3, kind: 0
// point: x: 1.3, kind: 1
// point: x: 1.3, kind: 2
// point: x: 1.3, kind: 3
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class DynamicPatterns
{
    [Differentiable]
    public static double F(double x, int kind)
    {
        object value = kind switch { 0 => 3, 1 => "text", 2 => 4.5, _ => new int[2] };
        double s = value is int i and > 2 ? x * i : x;
        s *= value switch
        {
            3 => 2,
            string { Length: > 2 } text => text.Length * x,
            double and > 4 => x,
            int[] and [_, _] => 7,
            _ => 1,
        };
        return value is not IConvertible ? s * x : s;
    }
}
