using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>Code that lists the rows which later reads look at, without anything else that the code around these reads does.</summary>
internal sealed class WantedRows
{
    private readonly MethodFacts _facts;
    private readonly ScratchCoverage _coverage;
    private readonly IReadOnlyList<RowMemory> _group;
    private readonly Dictionary<Op, RowMemory> _reads = new(ReferenceComparer<Op>.Instance);
    private readonly RegionBuilder _builder;
    private readonly IdSource _ids;
    private IrValue _flags = null!;
    private IrValue _size = null!;
    private IrValue _one = null!;

    public WantedRows(MethodFacts facts, ScratchCoverage coverage, IdSource ids, IReadOnlyList<RowMemory> group)
    {
        _facts = facts;
        _coverage = coverage;
        _group = group;
        _ids = ids;
        _builder = new RegionBuilder(ids);
        foreach (var memory in group)
        {
            foreach (var read in memory.Reads)
                _reads[read] = memory;
        }
    }

    /// <param name="at">Where in the method's body the code is to stand.</param>
    /// <returns>Null if the rows cannot be known there, or follow no table.</returns>
    public RowList? Find(int at)
    {
        var root = _facts.Root.Region;
        if (_reads.Count == 0 || !_reads.Keys.All(read => CountsInInt((LoadOp)read) && FollowsTable((LoadOp)read)) || !IsDefinedBefore(at))
            return null;
        IrValue zero = _builder.Int(0);
        _one = _builder.Int(1);
        var row = _group[0].Row;
        // Not zero, so that a division never throws; no row of no elements is read.
        _size = row.Stride is { } stride ? Select(stride) : _builder.Int((int)row.Size);
        IrValue count = _builder.Apply("add", IrType.I32, _builder.Apply("div", IrType.I32, _group[0].Extent, _size), _one);
        _flags = Table(count, "isWanted");
        var marked = DeadCode.Slice(new Region(default, root.Ops.Skip(at).SelectMany(Marking).ToEquatableArray(), new Yield(default)), IsMark);
        if (!IsRepeatable(marked))
            return null;
        var copy = new RegionRewriter(_ids);
        _builder.AddRange(marked.Ops.Select(copy.Copy));
        return List(count, zero);

        IrValue Select(IrValue value)
        {
            var result = _ids.Value(IrType.I32, "size");
            _builder.Add(new SelectOp(result, _builder.Apply("gt", IrType.Bool, value, zero), value, _one));
            return result;
        }
    }

    private IrValue Table(IrValue count, string name)
    {
        var table = _ids.Value(new BufferType(IrType.I32, BufferKind.Span), name);
        _builder.Add(new AllocateOp(table, [count], Storage.Scratch) { IsShadow = true });
        return table;
    }

    private IEnumerable<IrValue> IndexOf(LoadOp read) => _coverage.PlaceOf(read.Buffer).Starts.Append(read.Indices[_reads[read].Row.Dimension]);

    private bool CountsInInt(LoadOp read) => _group[0].Extent.Type == IrType.I32 && IndexOf(read).All(part => part.Type == IrType.I32);

    // Rows read one after the other would all be wanted.
    private bool FollowsTable(LoadOp read)
    {
        var pending = new Stack<IrValue>(IndexOf(read));
        while (pending.Count > 0)
        {
            switch (_facts.OpOf(pending.Pop()))
            {
                case LoadOp:
                    return true;
                case ApplyOp op:
                    foreach (var argument in op.Arguments)
                        pending.Push(argument);
                    break;
            }
        }
        return false;
    }

    private bool IsDefinedBefore(int at)
    {
        int position = _facts.PositionOf(_facts.Root.Region.Ops[at]);
        return _group.All(memory => Before(memory.Extent) && (memory.Row.Stride is not { } stride || Before(stride)));

        bool Before(IrValue value) => _facts.DefinitionOf(value).Position < position;
    }

    private bool IsMark(Op op) => op is StoreOp store && store.Buffer.Equals(_flags);

    // In the place of each read, a mark that its row is wanted; what reads the result is left out of the slice.
    private IEnumerable<Op> Marking(Op op)
    {
        switch (op)
        {
            case LoadOp read when _reads.ContainsKey(read):
                var inner = new RegionBuilder(_ids);
                var index = IndexOf(read).Aggregate((sum, part) => inner.Apply("add", IrType.I32, sum, part));
                var row = inner.Apply("div", IrType.I32, index, _size);
                inner.Add(new StoreOp(_flags, [row], default, _one));
                return inner.TakeOps();
            case IfOp o:
                return [o with { Then = Marking(o.Then), Else = Marking(o.Else) }];
            case BlockOp o:
                return [o with { Body = Marking(o.Body) }];
            case ForOp o:
                return [o with { Body = Marking(o.Body) }];
            case LoopOp o:
                return [o with { Body = Marking(o.Body) }];
            default:
                return [op];
        }
    }

    private Region Marking(Region region) => region with { Ops = region.Ops.SelectMany(Marking).ToEquatableArray() };

    // What is never written gives the same now as later; arithmetic costs little beside what it saves.
    private bool IsRepeatable(Region region) => region.End is Yield && region.Ops.All(op => IsMark(op) || op switch
    {
        ConstantOp or CommentOp or LengthOp => true,
        ApplyOp o => o.Primitive is "add" or "sub" or "mul" or "div" or "neg" or "lt" or "le" or "gt" or "ge" or "eq" or "ne" or "convert" or "iteration" || !o.Result.Type.IsFloat,
        SelectOp or SliceOp or StaticBufferOp => true,
        LoadOp o => o.Result.Type is ScalarType && _facts.WritesTo(_facts.Aliases.ClassOf(o.Buffer)).Count == 0,
        IfOp or ForOp => OpShape.Regions(op).All(IsRepeatable),
        _ => false,
    });

    private RowList List(IrValue count, IrValue zero)
    {
        var rows = Table(count, "wanted");
        IrValue row = _ids.Value(IrType.I32, "row"), before = _ids.Value(IrType.I32, "wantedCount"), after = _ids.Value(IrType.I32, "wantedCount"), total = _ids.Value(IrType.I32, "wantedCount");
        var body = new RegionBuilder(_ids);
        var isWanted = body.Apply("ne", IrType.Bool, body.Load(IrType.I32, _flags, [row], default), zero);
        var then = new RegionBuilder(_ids);
        then.Add(new StoreOp(rows, [before], default, row));
        var next = then.Apply("add", IrType.I32, before, _one);
        body.Add(new IfOp([after], isWanted, then.Finish(new Yield([next])), new Region(default, default, new Yield([before]))));
        _builder.Add(new ForOp([total], _ids.Label(), row, zero, count, 1, Inclusive: false, [zero], body.Finish(new Yield([after]), before)));
        return new RowList(_builder.TakeOps().ToEquatableArray(), rows, total, zero, _size);
    }
}

/// <summary>The rows that are wanted.</summary>
/// <param name="Ops">Make the list.</param>
/// <param name="Rows">Their numbers.</param>
/// <param name="Size">Elements in a row.</param>
internal sealed record RowList(EquatableArray<Op> Ops, IrValue Rows, IrValue Count, IrValue Zero, IrValue Size)
{
    /// <summary>A loop over the listed rows that are among those of <paramref name="loop"/>, with another body.</summary>
    /// <param name="pick">Defines the row with a number in the list; null: that of the list.</param>
    public ForOp Over(ForOp loop, Region body, IdSource ids, Action<RegionBuilder, IrValue, IrValue>? pick = null)
    {
        var row = ids.Value(IrType.I32, loop.Induction.Name);
        var copy = new RegionRewriter(ids);
        copy.Substitute(loop.Induction, row);
        var inside = new RegionBuilder(ids);
        inside.Add(new IfOp(default, inside.Apply("lt", IrType.Bool, row, loop.End), copy.Copy(body), Empty));
        var each = new RegionBuilder(ids);
        var number = ids.Value(IrType.I32);
        if (pick is null)
            each.Add(new LoadOp(row, Rows, [number], default));
        else
            pick(each, number, row);
        each.Add(new IfOp(default, each.Apply("ge", IrType.Bool, row, loop.Start), inside.Finish(new Yield(default)), Empty));
        return new ForOp(default, ids.Label(), number, Zero, Count, 1, Inclusive: false, default, each.Finish(new Yield(default))) { Line = loop.Line };
    }

    private static Region Empty => new(default, default, new Yield(default));
}
