using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

internal sealed partial class BodyPrinter
{
    /// <summary>Prints an operation on memory or the tape; false if it is none.</summary>
    private bool Memory(Op op)
    {
        switch (op)
        {
            case StoreOp o:
                Update(Element(o.Buffer, o.Indices, o.Path), o.Value, v => IsElement(v, o.Buffer, o.Indices, o.Path));
                return true;
            case AccumulateOp o:
                Accumulate(o);
                return true;
            case LaneStoreOp o:
                Add(_expressions.LaneStore(o));
                return true;
            case LaneScatterOp o:
                string scatter = $"global::DiffGen.CompilerServices.LaneMemory.Scatter{(o.Adds ? "Add" : "")}{((LaneType)o.Value.Type).Width}";
                Add($"{scatter}({_expressions.List([o.Buffer, o.Indices, o.Value, .. o.Mask is { } mask ? new[] { mask } : []])});");
                return true;
            case LaneSumsOp o:
                Assign(o.Result, $"new {AbiTypes.TextOf(o.Result.Type)}({_context.Tape}, {_expressions.List([o.Buffer, o.Blocks])})");
                return true;
            case FinishLaneSumsOp o:
                Add($"{_expressions.Text(o.Sums)}.Finish();");
                return true;
            case FillOp o:
                Fill(o);
                return true;
            case CopyOp o:
                string source = _expressions.Of(o.Source).At(Binding.Primary);
                if (o.Source.Type is BufferType { Kind: BufferKind.Array, Element: var element })
                    source = $"new global::System.ReadOnlySpan<{AbiTypes.TextOf(element)}>({_expressions.Text(o.Source)})";
                Add($"{source}.CopyTo({_expressions.Text(o.Destination)});");
                return true;
            case AllocateOp o:
                Assign(o.Result, Allocation(o));
                return true;
            case TapePushOp o:
                Push(o);
                return true;
            case TapePopOp o:
                Pop(o);
                return true;
            case ScratchMarkOp o:
                if (_context.Tape is not null)
                    Assign(o.Result, $"{_context.Tape}.Mark()");
                return true;
            case ScratchReleaseOp o:
                if (_context.Tape is not null)
                    Add($"{_context.Tape}.Release({_expressions.Text(o.Mark)});");
                return true;
            default:
                return false;
        }
    }

    private void Assign(IrValue result, string expression)
    {
        ValueInfo info = _model[result];
        if (info.Variable is { } variable)
            Add($"{Target(variable)} = {expression};");
        else
            Add($"{expression};");
    }

    private string Element(IrValue buffer, EquatableArray<IrValue> indices, EquatableArray<string> path) =>
        _structs.Target(_expressions.Element(buffer, indices), ((BufferType)buffer.Type).Element, path);

    private bool IsElement(IrValue value, IrValue buffer, EquatableArray<IrValue> indices, EquatableArray<string> path) =>
        _model[value] is { IsInline: true, Definition: LoadOp load } && load.Path.Equals(path) && Same(load.Buffer, buffer)
        && load.Indices.Length == indices.Length && Enumerable.Range(0, indices.Length).All(i => Same(load.Indices[i], indices[i]));

    // The same value, or one that is computed in the same way from the same values.
    private bool Same(IrValue first, IrValue second)
    {
        if (first.Id == second.Id)
            return true;
        return _model[first] is { IsInline: true, Definition: { } a } && _model[second] is { IsInline: true, Definition: { } b } && (a, b) switch
        {
            (ConstantOp x, ConstantOp y) => x.Value.Equals(y.Value),
            (LoadOp x, LoadOp y) => x.Path.Equals(y.Path) && Same(x.Buffer, y.Buffer) && Same(x.Indices, y.Indices),
            (LengthOp x, LengthOp y) => x.Dimension == y.Dimension && Same(x.Buffer, y.Buffer),
            (ApplyOp x, ApplyOp y) => x.Primitive == y.Primitive && x.Checked == y.Checked && x.Result.Type.Equals(y.Result.Type) && Same(x.Arguments, y.Arguments),
            _ => false,
        };
    }

    private bool Same(EquatableArray<IrValue> first, EquatableArray<IrValue> second)
    {
        if (first.Length != second.Length)
            return false;
        for (int i = 0; i < first.Length; i++)
        {
            if (!Same(first[i], second[i]))
                return false;
        }
        return true;
    }

    // a + (-b) and a - b have the same bits.
    private void Accumulate(AccumulateOp op)
    {
        if (op.Buffer.Type is BufferType { Kind: BufferKind.LaneSums })
        {
            Add($"{_expressions.Text(op.Buffer)}.Add({_expressions.List([.. op.Indices, op.Value])});");
            return;
        }
        string target = Element(op.Buffer, op.Indices, op.Path);
        if (_model[op.Value] is { IsInline: true, Definition: ApplyOp { Primitive: "neg" } negation })
            Add($"{target} -= {_expressions.Text(negation.Arguments[0])};");
        else
            Add($"{target} += {_expressions.Text(op.Value)};");
    }

    private void Fill(FillOp op)
    {
        var type = (BufferType)op.Buffer.Type;
        if (type.IsObject)
        {
            Add(_objects.Clear((StructType)type.Element, _expressions.Text(op.Buffer)));
            return;
        }
        bool isArray = type.Kind is BufferKind.Array or BufferKind.Array2D;
        string buffer = isArray ? _expressions.Text(op.Buffer) : _expressions.Of(op.Buffer).At(Binding.Primary);
        if (op.Leaves.All(v => _model[v].Definition is ConstantOp { Value: { IsOpaque: false, Bits: 0 } }))
        {
            Add(isArray ? $"global::System.Array.Clear({buffer});" : $"{buffer}.Clear();");
            return;
        }
        string value = _structs.Construct(type.Element, [.. op.Leaves.Select(_expressions.Text)]);
        Add(isArray ? $"global::System.Array.Fill({buffer}, {value});" : $"{buffer}.Fill({value});");
    }

    private string Allocation(AllocateOp op)
    {
        var type = (BufferType)op.Result.Type;
        string sizes = _expressions.List(op.Sizes);
        if (type.IsObject)
        {
            return op.Sizes.IsEmpty
                ? $"({AbiTypes.TextOf(type)})global::System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof({AbiTypes.TextOf(type)}))"
                : _objects.Fresh((StructType)type.Element, sizes);
        }
        if (op.Storage == Storage.Stack)
            return $"stackalloc {AbiTypes.TextOf(type.Element)}[{sizes}]";
        if (op.Storage == Storage.Scratch && _context.Tape is { } tape && type.Kind == BufferKind.Span && AbiTypes.IsUnmanaged(type.Element))
            return $"{tape}.{(op.IsFilled ? "Unset" : "Scratch")}<{AbiTypes.TextOf(type.Element)}>({sizes})";
        if (op.Storage == Storage.Lent && _context.Tape is { } lender)
            return $"{lender}.{(type.Kind == BufferKind.Array2D ? "TakeMatrix" : "TakeArray")}<{AbiTypes.TextOf(type.Element)}>({sizes})";
        // The sizes of a jagged array stand in its first brackets.
        string element = AbiTypes.TextOf(type.Element);
        int brackets = element.IndexOf("[]", System.StringComparison.Ordinal);
        return brackets >= 0 && type.Element is BufferType
            ? $"new {element.Substring(0, brackets)}[{sizes}]{element.Substring(brackets)}"
            : $"new {element}[{sizes}]";
    }

    private void Push(TapePushOp op)
    {
        var type = (BufferType)op.Result.Type;
        string method = type.Element switch { BufferType => "PushReferences", OpaqueType or StructType => "PushAny", _ => op.Zeroed ? "PushZeroed" : "Push" };
        Assign(op.Result, $"{_context.Tape}.{method}<{AbiTypes.TextOf(type.Element)}>({_expressions.Text(op.Count)})");
    }

    private void Pop(TapePopOp op)
    {
        var type = (BufferType)op.Result.Type;
        string method = type.Element switch { BufferType => "PopReferences", OpaqueType or StructType => "PopAny", _ => "Pop" };
        Assign(op.Result, $"{_context.Tape}.{method}<{AbiTypes.TextOf(type.Element)}>({_expressions.Text(op.Count)})");
    }
}
