using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// What lanes have no operator for.
internal sealed partial class ExpressionPrinter
{
    private const string LaneHelpers = "global::DiffGen.CompilerServices.Lanes";

    /// <summary>The expression for an operation on lanes; null where it is written with the same operator as for numbers.</summary>
    private Code? Lanes(ApplyOp op, LaneType lanes) => op.Primitive switch
    {
        "broadcast" when lanes.IsSeries => new Code($"({AbiTypes.TextOf(lanes)}){Operand(op.Arguments[0])}", Binding.Unary),
        "convert" when lanes.IsSeries => Code.Primary($"{Of(op.Arguments[0]).At(Binding.Primary)}.To<{AbiTypes.TextOf(lanes.Scalar)}>()"),
        "broadcast" => Code.Primary($"{VectorClass(lanes)}.Create<{AbiTypes.TextOf(lanes.Scalar)}>({Text(op.Arguments[0])})"),
        "convert" => Code.Primary($"{LaneHelpers}.{(lanes.Kind == ScalarKind.F32 ? "Narrow" : "Widen")}({Text(op.Arguments[0])})"),
        "eq" => Comparison(op, lanes, "Equals"),
        "ne" => new Code("~" + Comparison(op, lanes, "Equals").Text, Binding.Unary),
        "lt" => Comparison(op, lanes, "LessThan"),
        "le" => Comparison(op, lanes, "LessThanOrEqual"),
        "gt" => Comparison(op, lanes, "GreaterThan"),
        "ge" => Comparison(op, lanes, "GreaterThanOrEqual"),
        "not" => new Code("~" + Operand(op.Arguments[0]), Binding.Unary),
        _ => null,
    };

    private Code Comparison(ApplyOp op, LaneType lanes, string method) => Code.Primary($"{VectorClass(lanes)}.{method}({List(op.Arguments)})");

    // Both values exist: nothing is multiplied by a mask.
    private Code SelectLanes(SelectOp op) =>
        Code.Primary($"{VectorClass((LaneType)op.Condition.Type)}.ConditionalSelect({List([op.Condition, op.WhenTrue, op.WhenFalse])})");

    private static Code LaneConstant(ConstantOp op)
    {
        var lanes = (LaneType)op.Result.Type;
        if (lanes.IsSeries)
            return Code.Primary($"default({AbiTypes.TextOf(lanes)})");
        return Code.Primary(op.Value is { IsOpaque: false, Bits: 0 }
            ? $"{AbiTypes.TextOf(lanes)}.Zero"
            : $"{VectorClass(lanes)}.Create<{AbiTypes.TextOf(lanes.Scalar)}>({Literals.Print(op.Value).Text})");
    }

    private static string VectorClass(LaneType lanes) => $"global::System.Runtime.Intrinsics.Vector{lanes.Bits}";
}
