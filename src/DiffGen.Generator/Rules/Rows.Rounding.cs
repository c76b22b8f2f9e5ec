namespace DiffGen.Generator.Rules;

// Step functions, and neighbours of a number.
internal static partial class PrimitiveTable
{
    private static Primitive[] RoundingRows() =>
    [
        Row("Floor", Hosts.MathAndMathF, "F", Step).On(0.2, 0.8),
        Row("Ceiling", Hosts.MathAndMathF, "F", Step).On(0.2, 0.8),
        Row("Truncate", Hosts.MathAndMathF, "F", Step).On(0.2, 0.8),
        Row("Round", Hosts.MathAndMathF, "F", Step).On(0.6, 1.4) with { Name = "Round/1" },
        Row("Round", Hosts.MathAndMathF, "FI|FR", Step, null).On(0.6, 1.4) with { Name = "Round/2", MayThrow = true },
        Row("Round", Hosts.MathAndMathF, "FIR", Step, null, null).On(0.6, 1.4) with { Name = "Round/3", MayThrow = true },
        Row("BitIncrement", Hosts.MathAndMathF, "F", Step) with { Note = NeighbourNote },
        Row("BitDecrement", Hosts.MathAndMathF, "F", Step) with { Note = NeighbourNote },
    ];

    private const string NeighbourNote = "A walk over representations, not over numbers: it counts as a constant.";

    private static Term Step(RuleContext e, Term d) => e.ZeroOrNaN(e.X(0));
}
