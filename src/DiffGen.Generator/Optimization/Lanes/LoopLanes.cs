using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Jam;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>
/// Runs independent iterations of loops side by side in the lanes of SIMD vectors: eight with numbers of double precision, sixteen of single
/// precision. Outer loops come first: with one iteration per lane, nothing inside has to be rearranged. The value of a sum keeps the order of
/// the iterations unless its order is free.
/// </summary>
internal sealed class LoopLanes
{
    private readonly MethodFacts _facts;
    private readonly MemoryReferences _references;
    private readonly LinearForms _forms;
    private readonly ScratchCoverage _coverage;
    private readonly CoreFunction _core;
    private readonly IdSource _ids;
    private readonly bool _anyOrder;
    private readonly bool _hoistsChecks;
    private readonly bool _jams;
    private readonly List<string> _notes = new();
    private readonly List<LoopInOrder> _inOrder = new();
    private readonly HashSet<int> _inLanes = new();

    private LoopLanes(CoreFunction core, CallEffects effects, bool anyOrder, bool hoistsChecks, bool jams)
    {
        _core = core;
        _anyOrder = anyOrder;
        _hoistsChecks = hoistsChecks;
        _jams = jams;
        _facts = new MethodFacts(core.Parameters, core.Body, effects);
        _references = new MemoryReferences(_facts);
        _forms = new LinearForms(_facts);
        _coverage = new ScratchCoverage(_facts, _forms);
        int label = OpShape.AllOps(core.Body).Select(op => op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 }).DefaultIfEmpty(0).Max();
        _ids = new IdSource(core.NextId, System.Math.Max(label, IrMethod.ReturnLabel) + 1);
    }

    /// <param name="anyOrder">All sums may be taken in any order.</param>
    public static CoreFunction Run(CoreFunction core, CallEffects effects, TransformOptions options, bool anyOrder)
    {
        if (!options.Optimize || options.DetectAnomaly || options.DisabledPasses.Contains(nameof(LoopLanes)) || !OpShape.AllOps(core.Body).Any(op => op is ForOp))
            return core;
        var pass = new LoopLanes(core, effects, anyOrder, !options.DisabledPasses.Contains(nameof(HoistedChecks)), Jams(options));
        var body = pass.Rewrite(core.Body);
        return core with
        {
            Body = body,
            NextId = pass._ids.NextId,
            Notes = core.Notes.Concat(pass._notes).Distinct().ToEquatableArray(),
            LoopsInOrder = pass._inOrder.ToEquatableArray(),
            UsesTape = core.UsesTape || ReverseTransform.NeedsTape(body),
        };
    }

    /// <summary>The labels of the loops that would run in lanes.</summary>
    public static HashSet<int> LoopsInLanes(CoreFunction core, CallEffects effects, TransformOptions options, bool anyOrder)
    {
        if (options.DisabledPasses.Contains(nameof(LoopLanes)))
            return new();
        var pass = new LoopLanes(core, effects, anyOrder, hoistsChecks: false, Jams(options));
        pass.Rewrite(core.Body);
        return pass._inLanes;
    }

    private static bool Jams(TransformOptions options) => !options.DisabledPasses.Contains(nameof(JammedLoops));

    private Region Rewrite(Region region)
    {
        var builder = new RegionBuilder(_ids);
        foreach (var op in region.Ops)
        {
            if (op is ForOp loop && InLanes(builder, loop))
                continue;
            builder.Add(op switch
            {
                IfOp o => o with { Then = Rewrite(o.Then), Else = Rewrite(o.Else) },
                BlockOp o => o with { Body = Rewrite(o.Body) },
                ForOp o => o with { Body = Rewrite(o.Body) },
                LoopOp o => o with { Body = Rewrite(o.Body) },
                _ => op,
            });
        }
        return region with { Ops = builder.TakeOps().ToEquatableArray() };
    }

    private bool InLanes(RegionBuilder builder, ForOp loop)
    {
        // Directions already lie in the lanes.
        if (OpShape.AllOps(loop.Body).SelectMany(op => OpShape.Operands(op).Concat(OpShape.Results(op))).Any(value => value.Type is LaneType or BufferType { Element: LaneType }))
            return false;
        string text = loop.Line >= 0 ? _core.Lines[loop.Line] : "a loop";
        try
        {
            var facts = new LaneFacts(_facts, new LaneMemoryRoles(_facts, _references, _coverage, loop), loop, _anyOrder);
            var both = new RegionBuilder(_ids);
            new LaneWriter(facts, _facts, _forms, _ids, _hoistsChecks).Replace(both, loop);
            if (_jams && RowSums.AreFasterJammed(_facts, loop))
                throw new NoLanesException("each of its sums goes along a row of its own, and four of them stand side by side");
            builder.AddRange(both.TakeOps());
            _inLanes.Add(loop.Label);
            _notes.Add($"Runs {facts.Width} iterations of `{text}` at once.");
            return true;
        }
        catch (NoLanesException reason)
        {
            if (loop.Line >= 0)
            {
                _inOrder.Add(new(loop.Line, reason.Message));
                _notes.Add($"One iteration of `{text}` at a time: {reason.Message}.");
            }
            return false;
        }
    }
}
