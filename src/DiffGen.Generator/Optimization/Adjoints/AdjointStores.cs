using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>
/// Derivatives are stored where they would be added to zeros, and zeros that are overwritten before anything reads them are not written: neither
/// destinations nor memory of derivatives are cleared first, where each element is surely written. Memory that is filled is taken as it is.
/// </summary>
internal sealed class AdjointStores
{
    private readonly SeenMemory _memory;
    private readonly HashSet<Op> _stores;
    private readonly OverwrittenMemory _overwritten;
    private bool _changed;

    private AdjointStores(CoreFunction core, CallEffects effects)
    {
        _memory = new SeenMemory(core, new MethodFacts(core.Parameters, core.Body, effects));
        var zeros = new ZeroedMemory(_memory, core.Body);
        _stores = new(OpShape.AllOps(core.Body).Where(op => op is AccumulateOp && _memory.AccessOf(op) is { } access && _memory.Sections.Covers(zeros.Before(op), access.Place)),
            ReferenceComparer<Op>.Instance);
        _overwritten = new OverwrittenMemory(_memory, zeros, _stores, core.Body);
    }

    public static CoreFunction Run(CoreFunction core, CallEffects effects, TransformOptions options)
    {
        // References that pass through the tape come back from anywhere.
        bool hidden = OpShape.AllOps(core.Body).Any(op => op is GetSlotOp { Result.Type: BufferType } or TapePopOp { Result.Type: BufferType { Element: BufferType } });
        if (!options.Optimize || options.DisabledPasses.Contains(nameof(AdjointStores)) || hidden || !OpShape.AllOps(core.Body).Any(op => op is AllocateOp or FillOp))
            return core;
        var pass = new AdjointStores(core, effects);
        var body = pass.Rewrite(core.Body);
        return pass._changed ? core with { Body = body } : core;
    }

    private Region Rewrite(Region region)
    {
        var output = new List<Op>(region.Ops.Length);
        foreach (var op in region.Ops)
        {
            if (op is ForOp loop && IsFill(loop))
                output.AddRange(loop.Body.Ops.Select(inner => inner is AccumulateOp sum ? new FillOp(sum.Buffer, [sum.Value]) { Line = sum.Line, Ordinal = sum.Ordinal } : inner));
            else if (Rewrite(op) is { } kept)
                output.Add(kept);
        }
        return region with { Ops = output.ToEquatableArray() };
    }

    private Op? Rewrite(Op op)
    {
        _changed |= _stores.Contains(op) || _overwritten.IsUnseen(op);
        return op switch
        {
            AccumulateOp o when _stores.Contains(op) => new StoreOp(o.Buffer, o.Indices, o.Path, o.Value) { Line = o.Line, Ordinal = o.Ordinal },
            AllocateOp o when _overwritten.IsUnseen(op) => o with { IsFilled = true },
            StoreOp or FillOp when _overwritten.IsUnseen(op) => null,
            IfOp o => o with { Then = Rewrite(o.Then), Else = Rewrite(o.Else) },
            BlockOp o => o with { Body = Rewrite(o.Body) },
            LoopOp o => o with { Body = Rewrite(o.Body) },
            // A loop that did nothing but write zeros.
            ForOp o when Rewrite(o.Body) is var body => body.Ops.IsEmpty && o.Results.IsEmpty && !o.Body.Ops.IsEmpty ? null : o with { Body = body },
            _ => op,
        };
    }

    /// <summary>The loop only stores, in place of adding, the same number everywhere.</summary>
    private bool IsFill(ForOp loop)
    {
        if (!loop.Results.IsEmpty || loop.Step is not (1 or -1) || loop.Body.End is not Yield || !loop.Body.Ops.Any(_stores.Contains))
            return false;
        var own = _memory.Of(loop).Own;
        bool fills = loop.Body.Ops.All(op => op is CommentOp || op is AccumulateOp sum && _stores.Contains(op)
            && _memory.IsDefinedOutside(sum.Value.Id, loop.Body) && _memory.IsDefinedOutside(sum.Buffer.Id, loop.Body)
            && own.Any(memory => memory.Base == sum.Buffer.Id && memory.Accesses.Count == 1 && memory.Range is { } range && _memory.Sections.Covers([range], _memory.Sections.Whole(memory.Base))));
        _changed |= fills;
        return fills;
    }
}
