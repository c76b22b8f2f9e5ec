using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>
/// Tangents in memory of which only some rows are looked at later, through a table of indices, are computed for those rows alone. The indices are
/// found first; then each loop that fills the memory row by row runs twice: over the rows that are wanted, for their tangents, and over all rows,
/// for the values. Where nothing looks at values of other rows either, they are left out too.
/// </summary>
/// <remarks>In columns of a Jacobian a tangent is many times as dear as its value, and a model may have many times the rows that are measured.</remarks>
internal sealed class DemandedTangents
{
    /// <summary>Name of the part of the pass that leaves values out too.</summary>
    public const string DemandedValues = nameof(DemandedValues);

    // Each round takes all memory that shares its rows.
    private const int MostRounds = 3;

    private readonly CoreFunction _core;
    private readonly MethodFacts _facts;
    private readonly MemoryReferences _references;
    private readonly ScratchCoverage _coverage;
    private readonly LinearForms _forms;
    private readonly IdSource _ids;
    private readonly bool _withValues;

    private DemandedTangents(CoreFunction core, CallEffects effects, bool withValues)
    {
        _core = core;
        _withValues = withValues;
        _facts = new MethodFacts(core.Parameters, core.Body, effects);
        _references = new MemoryReferences(_facts);
        _forms = new LinearForms(_facts);
        _coverage = new ScratchCoverage(_facts, _forms);
        int label = OpShape.AllOps(core.Body).Select(op => op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 }).DefaultIfEmpty(0).Max();
        _ids = new IdSource(core.NextId, Math.Max(label, IrMethod.ReturnLabel) + 1);
    }

    /// <param name="core">Of kind Jvp.</param>
    public static CoreFunction Run(CoreFunction core, CallEffects effects, TransformOptions options)
    {
        if (!options.Optimize || options.DetectAnomaly || options.DisabledPasses.Contains(nameof(DemandedTangents)))
            return core;
        for (int round = 0; round < MostRounds && OpShape.AllOps(core.Body).Any(op => op is ForOp); round++)
        {
            if (new DemandedTangents(core, effects, !options.DisabledPasses.Contains(DemandedValues)).Rewritten() is not { } next)
                break;
            core = next with { Body = Optimizer.Run(next.Body, options) };
            core = core with { UsesTape = core.UsesTape || ReverseTransform.NeedsTape(core.Body) };
        }
        return core;
    }

    private CoreFunction? Rewritten()
    {
        var candidates = _core.Body.Ops.OfType<AllocateOp>().Select(op => RowMemory.Find(op, _facts, _references, _coverage)).OfType<RowMemory>().ToList();
        foreach (var group in candidates.GroupBy(memory => memory, new SameRows(_forms)))
        {
            List<RowMemory> all = [.. group], tangents = [.. group.Where(memory => memory.Made.IsShadow)];
            if (tangents.Count > 0 && (_withValues && tangents.Count < all.Count ? WithValues(all) ?? OfTangents(tangents) : OfTangents(tangents)) is { } body)
                return _core with { Body = body, NextId = _ids.NextId };
        }
        return null;
    }

    private Region? OfTangents(IReadOnlyList<RowMemory> group)
    {
        var classes = new HashSet<int>(group.Select(memory => memory.Class));
        return Rewritten(group, (loop, wanted) => RowLoop.Split(loop, classes, _facts, _references, _coverage) is { } split ? [wanted.Over(loop, split.Tangents, _ids), split.Values] : null);
    }

    private Region? WithValues(IReadOnlyList<RowMemory> group)
    {
        var classes = new HashSet<int>(group.Select(memory => memory.Class));
        var whole = new WholeRows(_facts, _forms, _references, _coverage, new AccessFacts(_core.Body), _ids);
        return Rewritten(group, (loop, wanted) => whole.Over(loop, classes, wanted));
    }

    private Region? Rewritten(IReadOnlyList<RowMemory> group, Func<ForOp, RowList, IReadOnlyList<Op>?> over)
    {
        var loops = group.SelectMany(memory => memory.Loops).Distinct(ReferenceComparer<ForOp>.Instance).ToList();
        int at = Enumerable.Range(0, _core.Body.Ops.Length).First(i => Holds(_core.Body.Ops[i], loops));
        var wanted = new WantedRows(_facts, _coverage, _ids, group).Find(at);
        if (wanted is null)
            return null;
        var parts = new Dictionary<Op, EquatableArray<Op>>(ReferenceComparer<Op>.Instance);
        foreach (var loop in loops)
        {
            if (over(loop, wanted) is not { } ops)
                return null;
            parts[loop] = ops.ToEquatableArray();
        }
        var before = _core.Body.Ops.Take(at).ToList();
        var cleared = group.Where(memory => ClearedRows.CanClear(memory) && before.Any(op => ReferenceEquals(op, memory.Made))).ToList();
        return _core.Body with
        {
            Ops =
            [
                .. before.Select(op => op is AllocateOp made && cleared.Any(memory => ReferenceEquals(memory.Made, made)) ? made with { IsFilled = true } : op),
                .. wanted.Ops,
                .. cleared.Count > 0 ? ClearedRows.Clear(cleared, wanted, _ids) : [],
                .. _core.Body.Ops.Skip(at).SelectMany(op => Replaced(op, parts)),
            ],
        };
    }

    private static bool Holds(Op op, List<ForOp> loops) => loops.Any(loop => ReferenceEquals(loop, op)) || OpShape.Regions(op).Any(region => region.Ops.Any(inner => Holds(inner, loops)));

    private static EquatableArray<Op> Replaced(Op op, Dictionary<Op, EquatableArray<Op>> parts) => parts.TryGetValue(op, out var found) ? found : op switch
    {
        IfOp o => [o with { Then = Replaced(o.Then, parts), Else = Replaced(o.Else, parts) }],
        BlockOp o => [o with { Body = Replaced(o.Body, parts) }],
        ForOp o => [o with { Body = Replaced(o.Body, parts) }],
        LoopOp o => [o with { Body = Replaced(o.Body, parts) }],
        _ => [op],
    };

    private static Region Replaced(Region region, Dictionary<Op, EquatableArray<Op>> parts) =>
        region with { Ops = region.Ops.SelectMany(op => Replaced(op, parts)).ToEquatableArray() };

    // Memory of as many rows of the same size.
    private sealed class SameRows(LinearForms forms) : IEqualityComparer<RowMemory>
    {
        public bool Equals(RowMemory? a, RowMemory? b) => a is not null && b is not null && a.Row.Size == b.Row.Size && Equals(a.Row.Stride, b.Row.Stride)
            && forms.Of(a.Extent).Same(forms.Of(b.Extent));

        public int GetHashCode(RowMemory memory) => (int)memory.Row.Size;
    }
}
