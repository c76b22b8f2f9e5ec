using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Emission;

// What lanes have no operator for.
internal sealed partial class ExpressionPrinter
{
    private const string ExactMath = "global::DiffGen.CompilerServices.ExactMath";

    private const string LaneMemory = "global::DiffGen.CompilerServices.LaneMemory";

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
        "MultiplyAddEstimate" => Code.Primary($"{VectorClass(lanes)}.MultiplyAddEstimate({List(op.Arguments)})"),
        "not" => new Code("~" + Operand(op.Arguments[0]), Binding.Unary),
        "Sign" => Code.Primary($"{LaneMemory}.Sign({Text(op.Arguments[0])})"),
        LanePrimitives.Ramp => Code.Primary($"{LaneMemory}.Ramp{(lanes.Kind == ScalarKind.F32 ? "Single" : "")}{lanes.Width}({List(op.Arguments)})"),
        _ when !lanes.IsSet && !lanes.IsSeries && PrimitiveTable.Find(op.Primitive) is { Method: not null } row => Code.Primary($"{ExactMath}.{LaneFunction(row)}({List(op.Arguments)}){Component(row)}"),
        _ => null,
    };

    // Two methods of the framework are called Clamp, which treat NaN differently.
    private static string LaneFunction(Primitive row) => row.Name == "double.Clamp" ? "ClampOfType" : row.Method!;

    private static string Component(Primitive row) => row.Component is null ? "" : "." + row.Component;

    /// <summary>The expression for an operation that makes one value of all lanes, or null.</summary>
    private Code? Reduction(ApplyOp op) => op.Primitive switch
    {
        LanePrimitives.Sum => Code.Primary($"{LaneMemory}.Sum({Text(op.Arguments[0])})"),
        LanePrimitives.Max => Code.Primary($"{LaneMemory}.Max({Text(op.Arguments[0])})"),
        LanePrimitives.Min => Code.Primary($"{LaneMemory}.Min({Text(op.Arguments[0])})"),
        LanePrimitives.AddInOrder => Code.Primary($"{LaneMemory}.AddInOrder({List(op.Arguments)})"),
        LanePrimitives.Any => Code.Primary($"{LaneMemory}.Any({Text(op.Arguments[0])})"),
        LanePrimitives.GreatestLane => Code.Primary($"{LaneMemory}.LaneOfGreatest({List(op.Arguments)})"),
        LanePrimitives.LeastLane => Code.Primary($"{LaneMemory}.LaneOfLeast({List(op.Arguments)})"),
        LanePrimitives.IsShared => Code.Primary($"{LaneMemory}.IsShared({List(op.Arguments)})"),
        LanePrimitives.Element => Code.Primary($"{LaneMemory}.{(op.Result.Type == IrType.I32 ? "Integer" : op.Result.Type == IrType.Bool ? "Condition" : "Number")}OfLane({List(op.Arguments)})"),
        _ => null,
    };

    private Code LaneLoad(LaneLoadOp op)
    {
        int width = ((LaneType)op.Result.Type).Width;
        return Code.Primary(
            op.Mask is { } mask ? $"{LaneMemory}.LoadMasked{width}({List([op.Buffer, op.Index, op.Stride, mask])})"
            : IsOne(op.Stride) ? $"{LaneMemory}.Load{(op.IsInside ? "Unchecked" : "")}{width}({List([op.Buffer, op.Index])})"
            : $"{LaneMemory}.LoadStrided{width}({List([op.Buffer, op.Index, op.Stride])})");
    }

    /// <summary>The statement for a write of lanes.</summary>
    public string LaneStore(LaneStoreOp op)
    {
        string name = $"{LaneMemory}.{(op.Adds ? "Add" : "Store")}";
        int width = ((LaneType)op.Value.Type).Width;
        return op.Mask is { } chosen && op.Rewrites && IsOne(op.Stride) ? $"{name}Chosen{width}({List([op.Buffer, op.Index, op.Value, chosen])});"
            : op.Mask is { } mask ? $"{name}Masked{width}({List([op.Buffer, op.Index, op.Stride, op.Value, mask])});"
            : IsOne(op.Stride) ? $"{name}{(op.IsInside ? "Unchecked" : "")}{width}({List([op.Buffer, op.Index, op.Value])});"
            : $"{name}Strided{width}({List([op.Buffer, op.Index, op.Stride, op.Value])});";
    }

    private bool IsOne(IrValue stride) => _model[stride].Definition is ConstantOp { Value: { IsOpaque: false, Bits: 1 } };

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
