// Required and init-only members, a primary constructor whose parameter a computed property captures, nested initialisers.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Members;

public static partial class RequiredAndInit
{
    [Differentiable]
    public static double F(double x)
    {
        var a = new Part { Size = x, Weight = 2 * x };
        var b = a with { Weight = a.Size * a.Weight };
        var r = new Ring(x + 1, b.Weight);
        return r.Area * b.Density;
    }

    public partial record struct Part
    {
        public required double Size { get; init; }

        public double Weight { get; init; }

        [Differentiable]
        public readonly double Density => Weight / (Size * Size);
    }

    public readonly partial struct Ring(double outer, double inner)
    {
        public double Width { get; } = outer - inner;

        [Differentiable]
        public double Area => Math.PI * Width * (2 * Inner + Width);

        public double Inner { get; } = inner;
    }
}
