using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Threads;

/// <summary>
/// Splits loops whose iterations are independent but for sums into parts that threads run. The number of parts depends on the number of iterations
/// alone; each has sums of its own, which are added up in the order of the parts, and the terms of a sum that belongs to the value are kept and added in
/// the order of the iterations: the bits are the same on any number of threads.
/// </summary>
internal sealed class ThreadedLoops
{
    private readonly CoreFunction _core;
    private readonly IrSignature _owner;
    private readonly MethodFacts _facts;
    private readonly MemoryReferences _references;
    private readonly ScratchCoverage _coverage;
    private readonly IdSource _ids;
    private readonly bool _anyOrder;
    private readonly List<string> _notes = new();

    /// <param name="owner">The user's method, in whose type the parts stand.</param>
    /// <param name="anyOrder">All sums may be taken in any order.</param>
    public ThreadedLoops(CoreFunction core, IrSignature owner, CallEffects effects, bool anyOrder)
    {
        _core = core;
        _owner = owner;
        _anyOrder = anyOrder;
        _facts = new MethodFacts(core.Parameters, core.Body, effects);
        _references = new MemoryReferences(_facts);
        _coverage = new ScratchCoverage(_facts, new LinearForms(_facts));
        _ids = new IdSource(core.NextId, DerivedMethod.NextLabel(core.Body));
    }

    /// <summary>The parts of loops, as functions.</summary>
    public List<CoreFunction> Chunks { get; } = new();

    /// <summary>The same as methods that the core calls.</summary>
    public List<IrMethod> Methods { get; } = new();

    /// <summary>Why the first loop that could not be split could not; null if there is none.</summary>
    public string? Reason { get; private set; }

    public CoreFunction Run()
    {
        var body = Rewrite(_core.Body);
        return Chunks.Count == 0 ? _core : _core with
        {
            Variant = _core.Variant + "|threads",
            Body = body,
            NextId = _ids.NextId,
            UsesTape = _core.UsesTape || ReverseTransform.NeedsTape(body),
            Notes = _core.Notes.Concat(_notes).Distinct().ToEquatableArray(),
        };
    }

    private Region Rewrite(Region region)
    {
        var builder = new RegionBuilder(_ids);
        foreach (var op in region.Ops)
        {
            if (op is ForOp loop && OnThreads(builder, loop))
                continue;
            builder.Add(op is IfOp choice ? choice with { Then = Rewrite(choice.Then), Else = Rewrite(choice.Else) } : op);
        }
        return region with { Ops = builder.TakeOps().ToEquatableArray() };
    }

    private bool OnThreads(RegionBuilder builder, ForOp loop)
    {
        string text = loop.Line >= 0 ? _core.Lines[loop.Line] : "a loop";
        try
        {
            string key = $"{_core.Callee}|threads|{_core.Variant}|{_core.Parameters.Length}|{_core.ResultTypes.Length}|{Chunks.Count}";
            var roles = new LaneMemoryRoles(_facts, _references, _coverage, loop);
            var sums = ThreadedSums.Of(_facts, loop, _anyOrder);
            var writer = new ThreadedLoopWriter(_facts, roles, sums, loop, _ids);
            var ops = new RegionBuilder(_ids);
            var chunk = writer.Write(ops, key, _core.Lines);
            builder.AddRange(ops.TakeOps());
            Chunks.Add(chunk);
            Methods.Add(DerivedMethod.Create(key, "Part", _owner, chunk.Parameters.Select(parameter => new DerivedValue(parameter, false)), chunk.Body, [], _core.Lines, chunk.NextId));
            _notes.Add($"Runs parts of `{text}` on several threads.");
            return true;
        }
        catch (NoLanesException reason)
        {
            Reason ??= $"of `{text}`: {reason.Message}";
            if (loop.Line >= 0)
                _notes.Add($"Runs `{text}` on one thread: {reason.Message}.");
            return false;
        }
    }
}
