using System.Collections.Generic;

namespace DiffGen.RandomPrograms.Tests.Syntax;

/// <summary>The structs that random programs use: a positional record struct, a plain one with fields, and one in another.</summary>
internal static class StructDeclarations
{
    public static IReadOnlyList<(string Name, string Declaration)> All { get; } =
    [
        ("Segment", """
            public struct Segment
            {
            public Pair From;
            public double Weight;
            }

            """),
        ("Pair", """
            public partial record struct Pair(double X, double Y)
            {
            [Differentiable]
            public static Pair operator +(Pair a, Pair b) => new Pair(a.X + b.X, a.Y + b.Y);

            [Differentiable]
            public static Pair operator -(Pair a) => new Pair(-a.X, -a.Y);

            [Differentiable]
            public static Pair operator *(Pair a, double s) => new Pair(a.X * s, a.Y * s);

            [Differentiable]
            public static Pair operator *(Pair a, Pair b) => new Pair(a.X * b.X - a.Y * b.Y, a.X * b.Y + a.Y * b.X);
            }

            """),
        ("Triple", """
            public partial struct Triple
            {
            public double X;
            public double Y;
            public double Z;

            [Differentiable]
            public static Triple operator -(Triple a, Triple b) => new Triple { X = a.X - b.X, Y = a.Y - b.Y, Z = a.Z - b.Z };

            [Differentiable]
            public static double operator *(Triple a, Triple b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;
            }

            """),
    ];
}
