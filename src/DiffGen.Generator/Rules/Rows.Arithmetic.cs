namespace DiffGen.Generator.Rules;

// Methods that are linear, or products of their arguments.
internal static partial class PrimitiveTable
{
    private static Primitive[] ArithmeticRows() =>
    [
        Row("FusedMultiplyAdd", Hosts.MathAndMathF, "FFF", (e, d) => d * e.X(1), (e, d) => d * e.X(0), (e, d) => d),
        Row("MultiplyAddEstimate", Hosts.Types, "FFF", (e, d) => d * e.X(1), (e, d) => d * e.X(0), (e, d) => d),
        Row("Lerp", Hosts.Types, "FFF", (e, d) => d * (1 - e.X(2)), (e, d) => d * e.X(2), (e, d) => d * (e.X(1) - e.X(0))),
        Row("IEEERemainder", Hosts.MathAndMathF, "FF",
            (e, d) => e.Y.IsNumber.Choose(d, e.Y),
            (e, d) => -(d * e.Call("Round/1", (e.X(0) - e.Y) / e.X(1)))).On(5.1, 5.4, 1.9, 2),
        Row("ScaleB", Hosts.MathAndMathF, "FI", (e, d) => e.CallWithSecond("ScaleB", d), null),
        Row("DegreesToRadians", Hosts.Types, "F", (e, d) => e.Call("DegreesToRadians", d)),
        Row("RadiansToDegrees", Hosts.Types, "F", (e, d) => e.Call("RadiansToDegrees", d)),
        Row("CreateChecked", Hosts.Types, "A", (e, d) => e.ToContribution(d)) with { Result = PrimitiveResult.Stated },
        Row("CreateSaturating", Hosts.Types, "A", (e, d) => e.ToContribution(d)) with { Result = PrimitiveResult.Stated },
        Row("CreateTruncating", Hosts.Types, "A", (e, d) => e.ToContribution(d)) with { Result = PrimitiveResult.Stated },
    ];
}
