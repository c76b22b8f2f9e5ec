using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Generator.Rules;

// Questions about a number, and its conversion to an integer by name: constants as far as derivatives go.
internal static partial class PrimitiveTable
{
    private static Primitive[] ClassificationRows() =>
    [
        .. Questions("IsEvenInteger", "IsFinite", "IsInfinity", "IsInteger", "IsNaN", "IsNegative", "IsNegativeInfinity", "IsNormal", "IsOddInteger",
            "IsPositive", "IsPositiveInfinity", "IsPow2", "IsRealNumber", "IsSubnormal"),
        Row("Sign", Hosts.MathAndMathF, "F") with { Result = PrimitiveResult.Int, MayThrow = true, Note = "Throws for NaN, as the primal does; no rule uses it." },
        Row("ILogB", Hosts.MathAndMathF, "F") with { Result = PrimitiveResult.Int },
        Row("ConvertToInteger", Hosts.Types, "F") with { Result = PrimitiveResult.Stated, Note = IntegerNote },
        Row("ConvertToIntegerNative", Hosts.Types, "F") with { Result = PrimitiveResult.Stated, Note = IntegerNote },
    ];

    private const string IntegerNote = "Printed with the integer type as type argument; ends the derivative, as a cast does.";

    private static IEnumerable<Primitive> Questions(params string[] methods) =>
        methods.Select(method => Row(method, Hosts.Types, "F") with { Result = PrimitiveResult.Bool });
}
