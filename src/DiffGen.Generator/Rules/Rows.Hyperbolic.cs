namespace DiffGen.Generator.Rules;

// Hyperbolic functions and their inverses.
internal static partial class PrimitiveTable
{
    private static Primitive[] HyperbolicRows() =>
    [
        Row("Sinh", Hosts.MathAndMathF, "F", (e, d) => d * e.Call("Cosh", e.X(0))),
        Row("Cosh", Hosts.MathAndMathF, "F", (e, d) => d * e.Call("Sinh", e.X(0))),
        Row("Tanh", Hosts.MathAndMathF, "F", (e, d) => d * (1 - e.Y * e.Y)),
        Row("Asinh", Hosts.MathAndMathF, "F", (e, d) => d / e.Call("Sqrt", 1 + e.X(0) * e.X(0))),
        Row("Acosh", Hosts.MathAndMathF, "F", (e, d) => d / (e.Call("Sqrt", e.X(0) - 1) * e.Call("Sqrt", e.X(0) + 1))).On(1.2, 5) with
        {
            Singular = true,
            Note = "Two roots, so that the derivative is NaN wherever the function is.",
        },
        Row("Atanh", Hosts.MathAndMathF, "F", (e, d) => d / ((1 - e.X(0)) * (1 + e.X(0)))).On(-0.9, 0.9) with { Singular = true },
    ];
}
