using System;

namespace DiffGen.Generator.Rules;

// Exponentials and logarithms.
internal static partial class PrimitiveTable
{
    internal const double Ln2 = 0.693147180559945309417232121458;
    internal const double Ln10 = 2.30258509299404568401799145468;

    private static Primitive[] ExponentialRows() =>
    [
        Row("Exp", Hosts.MathAndMathF, "F", (e, d) => d * e.Y),
        Row("Exp2", Hosts.Types, "F", (e, d) => d * (Ln2 * e.Y)),
        Row("Exp10", Hosts.Types, "F", (e, d) => d * (Ln10 * e.Y)),
        Row("ExpM1", Hosts.Types, "F", (e, d) => d * e.Call("Exp", e.X(0))) with { Note = CancelsNote },
        Row("Exp2M1", Hosts.Types, "F", (e, d) => d * (Ln2 * e.Call("Exp2", e.X(0)))) with { Note = CancelsNote },
        Row("Exp10M1", Hosts.Types, "F", (e, d) => d * (Ln10 * e.Call("Exp10", e.X(0)))) with { Note = CancelsNote },
        Row("Log", Hosts.MathAndMathF, "F", (e, d) => d / e.X(0)).On(0.2, 5) with { Name = "Log/1", Singular = true },
        Row("Log", Hosts.MathAndMathF, "FF",
            (e, d) => d / (e.X(0) * e.Call("Log/1", e.X(1))),
            (e, d) => -(d * e.Y / (e.X(1) * e.Call("Log/1", e.X(1))))).On(0.2, 5, 1.5, 4) with { Name = "Log/2", Singular = true },
        Row("Log2", Hosts.MathAndMathF, "F", (e, d) => d / (Ln2 * e.X(0))).On(0.2, 5) with { Singular = true },
        Row("Log10", Hosts.MathAndMathF, "F", (e, d) => d / (Ln10 * e.X(0))).On(0.2, 5) with { Singular = true },
        Row("LogP1", Hosts.Types, "F", (e, d) => d / (1 + e.X(0))).On(-0.8, 5) with { Singular = true },
        Row("Log2P1", Hosts.Types, "F", (e, d) => d / (Ln2 * (1 + e.X(0)))).On(-0.8, 5) with { Singular = true },
        Row("Log10P1", Hosts.Types, "F", (e, d) => d / (Ln10 * (1 + e.X(0)))).On(-0.8, 5) with { Singular = true },
    ];

    private const string CancelsNote = "The exponential is computed anew: adding 1 to the result would lose digits where it is near −1.";
}
