// A computed property that is not marked.
// expect: DG0201 at b.Area
using System;
using DiffGen;

namespace Rejected;

public static partial class UnmarkedProperty
{
    public readonly record struct Box(double Width, double Height)
    {
        public double Area => Width * Height;
    }

    [Differentiable]
    public static double F(Box b) => b.Area;
}
