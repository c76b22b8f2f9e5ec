// Fields that are no real numbers keep their values and have no derivative.
// point: s: new Scaled(2, 1.5, true), x: 0.5
// point: s: new Scaled(3, 1.5, false), x: 0.5
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class IntegerField
{
    public record struct Scaled(int Count, double Value, bool Flag);

    [Differentiable]
    public static double F(Scaled s, double x) => s.Flag ? s.Count * s.Value * x : s.Value - (x * s.Count);
}
