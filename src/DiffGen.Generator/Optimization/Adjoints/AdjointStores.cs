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
    private readonly HashSet<Op> _stores;
    private readonly OverwrittenMemory _overwritten;
    private bool _changed;

    private AdjointStores(CoreFunction core, CallEffects effects)
    {
        var memory = new SeenMemory(core, new MethodFacts(core.Parameters, core.Body, effects));
        var zeros = new ZeroedMemory(memory, core.Body);
        _stores = new(OpShape.AllOps(core.Body).Where(op => op is AccumulateOp && memory.AccessOf(op) is { } access && memory.Sections.Covers(zeros.Before(op), access.Place)),
            ReferenceComparer<Op>.Instance);
        _overwritten = new OverwrittenMemory(memory, zeros, _stores, core.Body);
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
            if (Rewrite(op) is { } kept)
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
}
