using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Prints values as C# expressions: a local's name, or the expression that was folded into this place.</summary>
internal sealed partial class ExpressionPrinter
{
    private readonly BodyModel _model;
    private readonly VariableTable _variables;
    private readonly StructPrinter _structs;
    private bool _isChecked;

    public ExpressionPrinter(BodyModel model, VariableTable variables, StructPrinter structs, bool projectIsChecked)
    {
        _model = model;
        _variables = variables;
        _structs = structs;
        _isChecked = projectIsChecked;
    }

    public string Text(IrValue value) => Of(value).Text;

    /// <summary>As an argument: only commas and parentheses around it.</summary>
    public string List(IEnumerable<IrValue> values) => string.Join(", ", values.Select(Text));

    public Code Of(IrValue value)
    {
        ValueInfo info = _model[value];
        if (info.IsInline)
            return Definition(info);
        return Code.Primary(info.Variable?.Name ?? info.Bound ?? throw new InvalidOperationException($"{value} has no name."));
    }

    /// <summary>The expression that computes a value.</summary>
    public Code Definition(ValueInfo info) => info.Definition switch
    {
        ConstantOp { Result.Type: LaneType } o => LaneConstant(o),
        ConstantOp o => o.Result.Type is OpaqueType && o.Value.Text is "default" or "null" ? new Code($"({AbiTypes.TextOf(o.Result.Type)}){o.Value.Text}", Binding.Unary) : Literals.Print(o.Value),
        ApplyOp o => Apply(o),
        ForeignOp o => Foreign(o.Template, o.Arguments),
        StaticBufferOp o => Code.Foreign(o.Expression),
        LoadOp o => Code.Primary(_structs.Read(Element(o.Buffer, o.Indices), ((BufferType)o.Buffer.Type).Element, o.Path)),
        LaneLoadOp o => LaneLoad(o),
        LaneRowLoadOp o => Code.Primary($"{LaneMemory}.LoadRows{((LaneType)o.Result.Type).Width}({List([o.Buffer, o.Row, o.RowStride, o.Column, o.ColumnStride, .. o.Mask is { } rows ? new[] { rows } : []])})"),
        LaneGatherOp o => Code.Primary($"{LaneMemory}.Gather{((LaneType)o.Result.Type).Width}({List([o.Buffer, o.Indices, .. o.Mask is { } mask ? new[] { mask } : []])})"),
        LengthOp o => Length(o),
        SliceOp o => Slice(o),
        SelectOp { Condition.Type: LaneType } o => SelectLanes(o),
        SelectOp o => Conditional(Of(o.Condition), Of(o.WhenTrue), Of(o.WhenFalse)),
        GetSlotOp o => Code.Primary(_variables.Slot(o.Slot)),
        IfOp o => Choice(o, info),
        { } op => throw new InvalidOperationException($"{op.GetType().Name} is no expression."),
        null => throw new InvalidOperationException($"{info.Value} is not defined by an operation."),
    };

    /// <summary>The opposite of a condition.</summary>
    public Code Not(IrValue condition)
    {
        ValueInfo info = _model[condition];
        if (info is { IsInline: true, Definition: ApplyOp apply })
        {
            if (apply.Primitive == "not")
                return Of(apply.Arguments[0]);
            // With NaN the opposite of "less" is not "greater or equal".
            string? opposite = apply.Primitive switch
            {
                "eq" => "ne",
                "ne" => "eq",
                "lt" when apply.Arguments[0].Type.IsInteger => "ge",
                "ge" when apply.Arguments[0].Type.IsInteger => "lt",
                "gt" when apply.Arguments[0].Type.IsInteger => "le",
                "le" when apply.Arguments[0].Type.IsInteger => "gt",
                _ => null,
            };
            if (opposite is not null)
                return Apply(apply with { Primitive = opposite });
        }
        return new Code("!" + Of(condition).At(Binding.Unary), Binding.Unary);
    }

    /// <summary>An element of memory; an object is its own.</summary>
    public string Element(IrValue buffer, EquatableArray<IrValue> indices) =>
        buffer.Type is BufferType { IsObject: true } ? Of(buffer).At(Binding.Primary) : $"{Of(buffer).At(Binding.Primary)}[{List(indices)}]";

    /// <summary>C# text with arguments in the places <c>{0}</c>, <c>{1}</c>, …; braces of its own are doubled.</summary>
    public Code Foreign(string template, EquatableArray<IrValue> arguments)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < template.Length; i++)
        {
            if (i + 1 < template.Length && (template[i] is '{' or '}') && template[i + 1] == template[i])
            {
                text.Append(template[i++]);
                continue;
            }
            int end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > i && int.TryParse(template.Substring(i + 1, end - i - 1), out int number) && number >= 0 && number < arguments.Length)
            {
                bool alone = (i > 0 && IsAny(template, i - 1, -1, "(,[")) && IsAny(template, end + 1, 1, "),]");
                text.Append(Of(arguments[number]).At(alone ? Binding.Conditional : Binding.Primary));
                i = end;
            }
            else
                text.Append(template[i]);
        }
        return Code.Foreign(text.ToString());
    }

    private static bool IsAny(string text, int index, int step, string characters)
    {
        while (index >= 0 && index < text.Length && text[index] == ' ')
            index += step;
        return index >= 0 && index < text.Length && characters.IndexOf(text[index]) >= 0;
    }

    private Code Choice(IfOp op, ValueInfo info)
    {
        IrValue whenTrue = ((Yield)op.Then.End).Values[info.Slot], whenFalse = ((Yield)op.Else.End).Values[info.Slot];
        if (info.Value.Type.Equals(IrType.Bool))
        {
            bool? first = BoolConstant(whenTrue), second = BoolConstant(whenFalse);
            if (first == true && second == false)
                return Of(op.Condition);
            if (first == false && second == true)
                return Not(op.Condition);
            if (second == false)
                return new Code($"{Of(op.Condition).At(Binding.AndAlso)} && {Of(whenTrue).At(Binding.Or)}", Binding.AndAlso);
            if (first == true)
                return new Code($"{Of(op.Condition).At(Binding.OrElse)} || {Of(whenFalse).At(Binding.AndAlso)}", Binding.OrElse);
            if (first == false)
                return new Code($"{Not(op.Condition).At(Binding.AndAlso)} && {Of(whenFalse).At(Binding.Or)}", Binding.AndAlso);
            if (second == true)
                return new Code($"{Not(op.Condition).At(Binding.OrElse)} || {Of(whenTrue).At(Binding.AndAlso)}", Binding.OrElse);
        }
        return Conditional(Of(op.Condition), Of(whenTrue), Of(whenFalse));
    }

    private bool? BoolConstant(IrValue value) => _model[value] is { IsInline: true, Definition: ConstantOp { Value: { IsOpaque: false } constant } } ? constant.Bits != 0 : null;

    private static Code Conditional(Code condition, Code whenTrue, Code whenFalse) =>
        new($"{condition.At(Binding.OrElse)} ? {whenTrue.At(Binding.OrElse)} : {whenFalse.At(Binding.OrElse)}", Binding.Conditional);

    private Code Length(LengthOp op)
    {
        string buffer = Of(op.Buffer).At(Binding.Primary);
        return Code.Primary(op.Buffer.Type is BufferType { Rank: 2 } && op.Dimension >= 0 ? $"{buffer}.GetLength({op.Dimension})" : $"{buffer}.Length");
    }

    private Code Slice(SliceOp op)
    {
        var from = (BufferType)op.Buffer.Type;
        var to = (BufferType)op.Result.Type;
        Code buffer = Of(op.Buffer);
        // To a base class, which C# does by itself.
        if (to.IsObject)
            return buffer;
        if (op.Start is null && op.Length is null)
            return from.Equals(to) ? buffer : new Code($"({AbiTypes.TextOf(to)}){buffer.At(Binding.Unary)}", Binding.Unary);
        string start = op.Start is { } s ? Text(s) : "0";
        if (from.Kind == BufferKind.Array)
        {
            string length = op.Length is { } given ? Text(given) : $"{buffer.At(Binding.Primary)}.Length - {Of(op.Start!).At(Binding.Multiplicative)}";
            return Code.Primary($"new {AbiTypes.TextOf(to)}({buffer.Text}, {start}, {length})");
        }
        string slice = $"{buffer.At(Binding.Primary)}.Slice({start}{(op.Length is { } count ? ", " + Text(count) : "")})";
        return from.Equals(to) ? Code.Primary(slice) : new Code($"({AbiTypes.TextOf(to)}){slice}", Binding.Unary);
    }
}
