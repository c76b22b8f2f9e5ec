namespace DiffGen.Generator.Rules;

// Functions that return one of their arguments, up to sign.
internal static partial class PrimitiveTable
{
    private static Primitive[] SelectionRows() =>
    [
        Row("Abs", Hosts.MathAndMathF, "F", (e, d) => (e.X(0) > 0).Choose(d, (e.X(0) < 0).Choose(-d, e.Stopped(e.X(0))))) with
        {
            Note = "At 0 the derivative is 0; `x0` itself is that 0, or NaN.",
        },
        Row("Max", Hosts.MathAndMathF, "FF", (e, d) => Greater(e, d, 0, 1), (e, d) => Greater(e, d, 1, 0)) with { Note = TieNote },
        Row("Min", Hosts.MathAndMathF, "FF", (e, d) => Less(e, d, 0, 1), (e, d) => Less(e, d, 1, 0)) with { Note = TieNote },
        Row("MaxMagnitude", Hosts.MathAndMathF, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MinMagnitude", Hosts.MathAndMathF, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MaxNumber", Hosts.Types, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MinNumber", Hosts.Types, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MaxMagnitudeNumber", Hosts.Types, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MinMagnitudeNumber", Hosts.Types, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MaxNative", Hosts.Types, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("MinNative", Hosts.Types, "FF", (e, d) => Returned(e, d, 0), (e, d) => Returned(e, d, 1)) with { Note = ReturnedNote },
        Row("Clamp", Hosts.Math, "FFF", InRange, Below, Above).On(-3, 3, -1, -0.5, 0.5, 1) with { OnItsHostsOnly = true, MayThrow = true, Note = ClampNote },
        Row("Clamp", Hosts.Types, "FFF", IfNumber(InRange), IfNumber(Below), IfNumber(Above)).On(-3, 3, -1, -0.5, 0.5, 1) with
        {
            Name = "double.Clamp",
            OnItsHostsOnly = true,
            MayThrow = true,
            Note = "Unlike `Math.Clamp`, NaN where a bound is. " + ClampNote,
        },
        Row("ClampNative", Hosts.Types, "FFF", InRange, Below, Above).On(-3, 3, -1, -0.5, 0.5, 1) with { MayThrow = true, Note = ClampNote },
        Row("CopySign", Hosts.MathAndMathF, "FF",
            (e, d) => e.X(0).Is(0).Choose(e.Zero, e.Y.Is(e.X(0)).Choose(d, e.Y.IsNumber.Choose(-d, e.Y))),
            (e, d) => e.ZeroOrNaN(e.X(1))).On(0.5, 3, -3, -0.5) with { Note = "The magnitude's derivative; at 0 it is 0, as for `Abs`." },
    ];

    private const string TieNote = "At a tie, half to each argument.";

    private const string ReturnedNote = "To the argument that is returned; half to each where they are equal.";

    private const string ClampNote = "Bounds are inclusive; outside, the derivative belongs to the bound that is returned.";

    // The derivative of Max(x[a], x[b]) in x[a].
    private static Term Greater(RuleContext e, Term d, int a, int b) =>
        (e.X(a) > e.X(b)).Choose(d, (e.X(a) < e.X(b)).Choose(e.Zero, Tie(e, d)));

    // The derivative of Min(x[a], x[b]) in x[a].
    private static Term Less(RuleContext e, Term d, int a, int b) =>
        (e.X(a) < e.X(b)).Choose(d, (e.X(a) > e.X(b)).Choose(e.Zero, Tie(e, d)));

    private static Term Tie(RuleContext e, Term d) => e.X(0).Is(e.X(1)).Choose(0.5 * d, e.NaN);

    private static Term Returned(RuleContext e, Term d, int own) =>
        e.X(0).Is(e.X(1)).Choose(0.5 * d, e.Y.Is(e.X(own)).Choose(d, e.Y.Is(e.X(1 - own)).Choose(e.Zero, e.NaN)));

    private static Term InRange(RuleContext e, Term d) =>
        (e.X(0) < e.X(1)).Choose(e.Zero, (e.X(0) > e.X(2)).Choose(e.Zero, e.X(0).IsNumber.Choose(d, e.X(0))));

    private static Term Below(RuleContext e, Term d) => (e.X(0) < e.X(1)).Choose(d, e.ZeroOrNaN(e.X(0)));

    private static Term Above(RuleContext e, Term d) => (e.X(0) > e.X(2)).Choose(d, e.ZeroOrNaN(e.X(0)));

    private static Contribution IfNumber(Contribution contribution) => (e, d) => e.Y.IsNumber.Choose(contribution(e, d), e.Y);
}
