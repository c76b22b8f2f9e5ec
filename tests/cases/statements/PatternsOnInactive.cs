// Type, property, positional and list patterns on values without a derivative.
// point: x: 1.3, kind: 0
// point: x: 1.3, kind: 1
// point: x: 1.3, kind: 2
// point: x: 1.3, kind: 3
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class PatternsOnInactive
{
    private abstract record Rule;

    private sealed record Scale(int Factor, string Name) : Rule;

    private sealed record Power(int Exponent) : Rule;

    private sealed record Shift : Rule
    {
        public int[] Amounts { get; init; } = [];
    }

    private static Rule Of(int kind) => kind switch
    {
        0 => new Scale(3, "triple"),
        1 => new Power(2),
        2 => new Shift { Amounts = [4, 5] },
        _ => null,
    };

    [Differentiable]
    public static double F(double x, int kind)
    {
        Rule rule = Of(kind);
        double s = rule switch
        {
            Scale { Factor: > 2 and var factor, Name.Length: 6 } => factor * x,
            Scale(var factor, _) => factor,
            Power { Exponent: 2 } => x * x,
            Power p when p.Exponent > 3 => Math.Pow(x, p.Exponent),
            Shift { Amounts: [var a, .., var b] } shift => x + a + (b * shift.Amounts.Length),
            null => Math.Sin(x),
            _ => 0,
        };
        if (rule is Power power)
            s *= power.Exponent;
        if (rule is not (Scale or null))
            s += x;
        return s;
    }
}
