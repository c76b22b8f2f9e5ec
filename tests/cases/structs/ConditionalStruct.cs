// ?: and switch expressions that choose whole structs.
// snapshot: the generated file
// point: a: new P(1, 2), b: new P(3, 4), n: 0
// point: a: new P(1, 2), b: new P(3, 4), n: 1
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class ConditionalStruct
{
    public record struct P(double X, double Y);

    [Differentiable]
    public static double F(P a, P b, int n)
    {
        P c = n == 0 ? a : b;
        P d = n switch { 0 => b, _ => new P(a.Y, c.X) };
        c.X *= d.Y;
        return c.X + (d.X * c.Y);
    }
}
