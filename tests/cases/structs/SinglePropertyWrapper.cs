// A struct of one field, as measures are often written.
// point: m: new Meters(1.5), s: new Seconds(0.5)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class SinglePropertyWrapper
{
    public readonly record struct Meters(double Value);

    public readonly record struct Seconds(double Value);

    [Differentiable]
    public static double F(Meters m, Seconds s) => m.Value / s.Value;
}
