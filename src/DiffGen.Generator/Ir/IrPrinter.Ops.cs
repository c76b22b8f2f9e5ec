using System.Globalization;

namespace DiffGen.Generator.Ir;

internal sealed partial class IrPrinter
{
    private static string Literal(Constant value) => value switch
    {
        { IsOpaque: true } => $"`{value.Text}`",
        { Kind: ScalarKind.F64 } => value.AsDouble.ToString("R", CultureInfo.InvariantCulture) + (double.IsNaN(value.AsDouble) ? $" (0x{value.Bits:x16})" : ""),
        { Kind: ScalarKind.F32 } => SingleBits.ToSingle((int)value.Bits).ToString("R", CultureInfo.InvariantCulture) + "f",
        { Kind: ScalarKind.Bool } => value.Bits != 0 ? "true" : "false",
        { Kind: ScalarKind.U64 } => ((ulong)value.Bits).ToString(CultureInfo.InvariantCulture),
        _ => value.Bits.ToString(CultureInfo.InvariantCulture),
    };

    private void Print(Op op)
    {
        string results = Declarations(OpShape.Results(op));
        string prefix = results.Length == 0 ? "" : results + " = ";
        switch (op)
        {
            case IfOp o:
                Line($"{prefix}if {o.Condition}", o.Line);
                Nested(o.Then);
                Line("else");
                Nested(o.Else);
                return;
            case BlockOp o:
                Line($"{prefix}block @{o.Label}", o.Line);
                Nested(o.Body);
                return;
            case ForOp o:
                Line($"{prefix}for @{o.Label} {Declaration(o.Induction)} from {o.Start} {(o.Inclusive ? "through" : "to")} {o.End} step {o.Step}"
                    + Carried(o.Body.Parameters, o.Initial), o.Line);
                Nested(o.Body);
                return;
            case LoopOp o:
                Line($"{prefix}loop @{o.Label}{Carried(o.Body.Parameters, o.Initial)}", o.Line);
                Nested(o.Body);
                return;
            default:
                Line(prefix + Simple(op), op.Line);
                return;
        }
    }

    private static string Simple(Op op) => op switch
    {
        ConstantOp o => $"const {Literal(o.Value)}",
        ApplyOp o => $"{o.Primitive}{(o.Checked ? " checked" : "")} {List(o.Arguments)}",
        ForeignOp o => $"foreign{(o.IsPure ? " pure" : "")}{(o.StopsDerivative ? " stop" : "")}{(o.Accessible ? "" : " private")} `{o.Template}` {List(o.Arguments)}",
        StaticBufferOp o => $"static{(o.Accessible ? "" : " private")} `{o.Expression}`",
        LoadOp o => $"load {(o.IsShadow ? "shadow " : "")}{Element(o.Buffer, o.Indices, o.Path)}",
        StoreOp o => $"store {Element(o.Buffer, o.Indices, o.Path)}, {o.Value}",
        LaneLoadOp o => $"{(o.IsInside ? "inside " : "")}lane load {o.Buffer}[{o.Index} + l * {o.Stride}]{(o.Mask is null ? "" : $" where {o.Mask}")}",
        LaneStoreOp o => $"{(o.IsInside ? "inside " : "")}lane {(o.Adds ? "add" : "store")} {o.Buffer}[{o.Index} + l * {o.Stride}], {o.Value}{(o.Mask is null ? "" : $" where {o.Mask}{(o.Rewrites ? ", or as before" : "")}")}",
        LaneRowLoadOp o => $"lane load {o.Buffer}[{o.Row} + l * {o.RowStride}, {o.Column} + l * {o.ColumnStride}]{(o.Mask is null ? "" : $" where {o.Mask}")}",
        LaneGatherOp o => $"lane gather {o.Buffer}[{o.Indices}]{(o.Mask is null ? "" : $" where {o.Mask}")}",
        LaneScatterOp o => $"lane scatter {(o.Adds ? "add" : "store")} {o.Buffer}[{o.Indices}], {o.Value}{(o.Mask is null ? "" : $" where {o.Mask}")}",
        LaneSumsOp o => $"lane sums {o.Buffer}, {o.Blocks}",
        FinishLaneSumsOp o => $"finish {o.Sums}",
        AccumulateOp o => $"accumulate {Element(o.Buffer, o.Indices, o.Path)}, {o.Value}",
        LengthOp o => $"length {o.Buffer}, {o.Dimension}",
        SliceOp o => $"slice{(o.IsShadow ? " shadow" : "")}{(o.StopsDerivative ? " stop" : "")} {o.Buffer}{(o.Start is null ? "" : $" from {o.Start}")}{(o.Length is null ? "" : $" count {o.Length}")}",
        AllocateOp o => $"allocate {(o.IsShadow ? "shadow " : "")}{(o.IsFilled ? "filled " : "")}{o.Storage.ToString().ToLowerInvariant()} {List(o.Sizes)}",
        FillOp o => $"fill {o.Buffer}, {List(o.Leaves)}",
        CopyOp o => $"copy {o.Source} to {o.Destination}",
        SelectOp o => $"select{(o.IsStrongZero ? " strong" : "")} {o.Condition}, {o.WhenTrue}, {o.WhenFalse}",
        CallOp o => $"call {o.Kind.ToString().ToLowerInvariant()} {o.Callee}({List(o.Arguments)}){(o.Variant.Length == 0 ? "" : $" variant `{o.Variant}`")}",
        CommentOp o => $"// {o.Text}",
        SlotOp o => $"slot {Name(o.Slot)}: {TypeName(o.Slot.Type)}",
        SetSlotOp o => $"set {Name(o.Slot)}, {o.Value}",
        GetSlotOp o => $"get {Name(o.Slot)}",
        TapePushOp o => $"push{(o.Zeroed ? " zeroed" : "")} {o.Count} block `{o.Block}`",
        TapePopOp o => $"pop {o.Count} block `{o.Block}`",
        ScratchReleaseOp o => $"release {o.Mark}",
        ScratchMarkOp => "mark",
        _ => op.ToString(),
    };

    private static string Name(Slot slot) => $"${slot.Name}.{slot.Id}";
}
