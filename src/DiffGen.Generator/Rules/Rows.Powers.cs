namespace DiffGen.Generator.Rules;

// Roots and powers.
internal static partial class PrimitiveTable
{
    private static Primitive[] PowerRows() =>
    [
        Row("Sqrt", Hosts.MathAndMathF, "F", (e, d) => d / (2 * e.Y)).On(0.2, 5) with { Singular = true },
        Row("Cbrt", Hosts.MathAndMathF, "F", (e, d) => d / (3 * (e.Y * e.Y))).On(0.2, 5) with { Singular = true },
        Row("RootN", Hosts.Types, "FI", (e, d) => d / (e.Integer(1) * e.Call("Pow", e.Y, e.Integer(1) - 1)), null).On(0.2, 5) with { Singular = true },
        Row("Hypot", Hosts.Types, "FF", (e, d) => d * (e.X(0) / e.Y), (e, d) => d * (e.X(1) / e.Y)).On(-3, -0.2, 0.3, 4) with { Singular = true },
        Row("Pow", Hosts.MathAndMathF, "FF", PowerInBase, PowerInExponent).On(0.3, 3, -2, 3) with
        {
            Singular = true,
            Note = "No logarithm of the base unless the exponent is varied. `Pow(x, 0)` has derivative 0 in `x`; `Pow(0, y)` has derivative 0 in `y` for y ≥ 0.",
        },
        Row("ReciprocalEstimate", Hosts.MathAndMathF, "F", (e, d) => -(d / (e.X(0) * e.X(0)))).On(0.3, 4) with { Note = EstimateNote },
        Row("ReciprocalSqrtEstimate", Hosts.MathAndMathF, "F", (e, d) => -(d / (2 * e.X(0) * e.Call("Sqrt", e.X(0))))).On(0.3, 4) with
        {
            Singular = true,
            Note = EstimateNote,
        },
    ];

    private const string EstimateNote = "The derivative of the exact function: that of an estimate is made of steps.";

    private static Term PowerInBase(RuleContext e, Term d) => e.ConstantX(1) switch
    {
        0 => e.Zero,
        1 => d,
        2 => d * (2 * e.X(0)),
        3 => d * (3 * (e.X(0) * e.X(0))),
        -1 => -(d * (e.Y * e.Y)),
        { } power => d * (power * e.Call("Pow", e.X(0), e.X(1) - 1)),
        // The exponent is a factor, so its own derivative counts where it is 0.
        null => e.X(1).Is(0).ChooseZero(d * (e.X(1) * e.Call("Pow", e.X(0), e.X(1) - 1))),
    };

    // The logarithm of zero is chosen away only where the power is 0 or 1 there, so that a negative exponent keeps its pole.
    private static Term PowerInExponent(RuleContext e, Term d)
    {
        var partial = d * (e.Y * e.Call("Log/1", e.X(0)));
        return e.X(0).Is(0).Choose((e.X(1) < 0).Choose(partial, e.ZeroOrNaN(e.X(1))), partial);
    }
}
