using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// An operation that was computed before, here or in an enclosing region, is not computed again. A load is the same as an earlier one if
/// nothing between them can write memory of its class; and a load of what was just stored is the stored value.
/// </summary>
internal sealed class CommonSubexpressions : RegionPass
{
    private static readonly IrValue Blank = new(-1, IrType.Bool, "");

    private readonly Dictionary<(Op Shape, int Version), IrValue> _available = new();
    private readonly List<(Op Shape, int Version)> _added = new();
    private readonly MemoryVersions _versions;

    public CommonSubexpressions(Region root) => _versions = new MemoryVersions(root);

    protected override void Visit(Op op, List<Op> output)
    {
        if (Shape(op) is { } shape && OpShape.Results(op) is [var result])
        {
            var key = (shape with { Line = -1, Ordinal = -1 }, op is LoadOp load ? _versions.Of(load.Buffer) : 0);
            if (_available.TryGetValue(key, out var known) && known.Type.Equals(result.Type))
            {
                Replace(result, known);
                return;
            }
            _available[key] = result;
            _added.Add(key);
        }
        output.Add(Descend(op));
        if (OpShape.Regions(op).IsEmpty)
            _versions.After(op);
        if (op is StoreOp store)
            Remember(store);
    }

    // Until the next write to the class, a load of what was stored gives what was stored.
    private void Remember(StoreOp store)
    {
        var key = (new LoadOp(Blank, store.Buffer, store.Indices, store.Path), _versions.Of(store.Buffer));
        if (_available.ContainsKey(key))
            return;
        _available[key] = store.Value;
        _added.Add(key);
    }

    // What a region computes is gone when it ends. What it may have written is new for what follows.
    protected override Op Descend(Op op)
    {
        switch (op)
        {
            case IfOp o:
                var before = _versions.Snapshot();
                var then = Scoped(o.Then);
                _versions.Restore(before);
                var otherwise = Scoped(o.Else);
                _versions.Written(op);
                return o with { Then = then, Else = otherwise };
            case BlockOp o:
                var body = Scoped(o.Body);
                _versions.Written(op);
                return o with { Body = body };
            case ForOp or LoopOp:
                _versions.Written(op);
                var loop = op is ForOp counted ? counted with { Body = Scoped(counted.Body) } : (Op)(((LoopOp)op) with { Body = Scoped(((LoopOp)op).Body) });
                _versions.Written(op);
                return loop;
            default:
                return op;
        }
    }

    private Region Scoped(Region region)
    {
        int mark = _added.Count;
        var result = Run(region);
        for (int i = _added.Count - 1; i >= mark; i--)
            _available.Remove(_added[i]);
        _added.RemoveRange(mark, _added.Count - mark);
        return result;
    }

    /// <summary>The operation without its result, if it can be shared.</summary>
    private static Op? Shape(Op op) => op switch
    {
        ConstantOp o when !o.Value.IsOpaque => o with { Result = Blank },
        ApplyOp o => o with { Result = Blank, Arguments = Ordered(o) },
        LoadOp o => o with { Result = Blank },
        LengthOp o => o with { Result = Blank },
        SliceOp o => o with { Result = Blank },
        SelectOp o => o with { Result = Blank },
        StaticBufferOp o => o with { Result = Blank },
        ForeignOp { IsPure: true, IsTotal: true, Results.Length: 1 } o when !o.Arguments.Any(argument => argument.Type is BufferType) => o with { Results = [Blank] },
        _ => null,
    };

    private static EquatableArray<IrValue> Ordered(ApplyOp op) =>
        op.Arguments.Length == 2 && op.Arguments[0].Id > op.Arguments[1].Id && PrimitiveTable.Find(op.Primitive) is { Commutes: true }
            ? [op.Arguments[1], op.Arguments[0]]
            : op.Arguments;
}
