// A static readonly struct is a constant.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class StaticReadonlyStruct
{
    public record struct Gains(double P, double D);

    private static readonly Gains Tuned = new(2, 0.5);

    [Differentiable]
    public static double F(double x) => (Tuned.P * x * x) + (Tuned.D * x);
}
