// An enumeration selects the formula.
// point: x: 0.5, kind: Kind.Square
// point: x: 0.5, kind: Kind.Wave
using System;
using DiffGen;

namespace Cases.Control;

public static partial class SwitchOnEnum
{
    public enum Kind
    {
        Linear,
        Square,
        Wave,
    }

    [Differentiable]
    public static double F(double x, Kind kind) => kind switch
    {
        Kind.Linear => x,
        Kind.Square => x * x,
        Kind.Wave => Math.Sin(x * 3),
        _ => 0,
    };
}
