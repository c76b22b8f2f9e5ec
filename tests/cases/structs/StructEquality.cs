// Comparing active structs and tuples has no derivative.
// point: a: new P(1, 2), b: new P(1, 2)
// kink: equality holds at the point alone
// gradient: 2 0 0 1
// point: a: new P(1, 2), b: new P(3, 2)
// gradient: 0 1 0 0
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class StructEquality
{
    public record struct P(double X, double Y);

    [Differentiable]
    public static double F(P a, P b) => a.X == b.X && a.Y == b.Y ? (a.X * a.X) + b.Y : a.Y;
}
