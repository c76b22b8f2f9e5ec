using System.Collections.Generic;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>Hands out value, label and slot numbers for one method.</summary>
internal sealed class IdSource
{
    public IdSource(int nextId, int nextLabel)
    {
        NextId = nextId;
        NextLabel = nextLabel;
    }

    public int NextId { get; private set; }

    public int NextLabel { get; private set; }

    public IrValue Value(IrType type, string name = "") => new(NextId++, type, name);

    public Slot Slot(IrType type, string name) => new(NextId++, type, name);

    public int Label() => NextLabel++;
}

/// <summary>Appends operations to a region. Simplifies nothing: that is the optimiser's work.</summary>
internal sealed class RegionBuilder
{
    private readonly List<Op> _ops = new();

    public RegionBuilder(IdSource ids) => Ids = ids;

    public IdSource Ids { get; }

    /// <summary>Given to every operation appended from now on.</summary>
    public int Line { get; set; } = -1;

    /// <summary>Given to every operation appended from now on.</summary>
    public int Ordinal { get; set; } = -1;

    public int Count => _ops.Count;

    /// <summary>A comment to be put in front of the next operation, if any follows.</summary>
    public string? PendingComment { get; set; }

    public void Add(Op op)
    {
        if (PendingComment is { } text)
        {
            PendingComment = null;
            _ops.Add(new CommentOp(text));
        }
        _ops.Add(op.Line >= 0 || Line < 0 && Ordinal < 0 ? op : op with { Line = Line, Ordinal = op.Ordinal >= 0 ? op.Ordinal : Ordinal });
    }

    /// <summary>Puts operations in front of all that were appended.</summary>
    public void Prepend(IEnumerable<Op> ops) => _ops.InsertRange(0, ops);

    public void AddRange(IEnumerable<Op> ops) => _ops.AddRange(ops);

    public List<Op> TakeOps() => [.. _ops];

    public IrValue Constant(Constant value, IrType? type = null)
    {
        var result = Ids.Value(type ?? new ScalarType(value.Kind));
        Add(new ConstantOp(result, value));
        return result;
    }

    /// <summary>A floating-point constant of the given type.</summary>
    public IrValue Float(double value, IrType type) =>
        type is ScalarType { Kind: ScalarKind.F32 } ? Constant(Ir.Constant.Of((float)value)) : Constant(Ir.Constant.Of(value));

    public IrValue Int(int value) => Constant(Ir.Constant.Of(value));

    public IrValue Bool(bool value) => Constant(Ir.Constant.Of(value));

    public IrValue Apply(string primitive, IrType type, params IrValue[] arguments) => ApplyNamed("", primitive, type, arguments);

    public IrValue ApplyNamed(string name, string primitive, IrType type, params IrValue[] arguments)
    {
        var result = Ids.Value(type, name);
        Add(new ApplyOp(result, primitive, new EquatableArray<IrValue>(arguments)));
        return result;
    }

    public IrValue Load(IrType type, IrValue buffer, EquatableArray<IrValue> indices, EquatableArray<string> path, string name = "")
    {
        var result = Ids.Value(type, name);
        Add(new LoadOp(result, buffer, indices, path));
        return result;
    }

    public IrValue Length(IrValue buffer, int dimension = 0)
    {
        var result = Ids.Value(IrType.I32);
        Add(new LengthOp(result, buffer, dimension));
        return result;
    }

    public Region Finish(Terminator end, params IrValue[] parameters) =>
        new(new EquatableArray<IrValue>(parameters), new EquatableArray<Op>(_ops.ToArray()), end);
}
