using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Decides whether the two sweeps of a loop can run together, iteration by iteration: active carried values are sums, and memory that the loop writes is
/// either scratch that each iteration fills before it reads it, or output of which each iteration writes its own part.
/// </summary>
internal sealed class LoopFusion
{
    private readonly MethodFacts _facts;
    private readonly Activity _activity;
    private readonly LinearForms _forms;
    private readonly ScratchCoverage _coverage;
    private readonly HashSet<int> _private = new();
    private readonly Dictionary<Op, IReadOnlyList<int>> _privateTo = new(ReferenceComparer<Op>.Instance);

    public LoopFusion(MethodFacts facts, Activity activity)
    {
        _facts = facts;
        _activity = activity;
        _forms = new LinearForms(facts);
        _coverage = new ScratchCoverage(facts, _forms);
    }

    /// <summary>Scratch of a fused loop: it may be written again when the loop runs again, and its contents before an iteration do not matter.</summary>
    public bool IsPrivate(int memoryClass) => _private.Contains(memoryClass);

    /// <summary>The classes of such scratch of a loop that can be fused.</summary>
    public IReadOnlyList<int> PrivateTo(Op loop) => _privateTo[loop];

    /// <summary>Writes to this memory are repeated when a fused loop runs again; others are left out.</summary>
    public bool IsRepeatable(int memoryClass) => _private.Contains(memoryClass);

    /// <summary>Null if the loop can be fused, else the reason for the reader of the generated code.</summary>
    public string? WhyNot(LoopParts loop)
    {
        if (!HasWorkInOnePlace(loop))
            return "it is left from the middle of its work";
        var node = _facts.NodeOf(loop.Body);
        for (int j = 0; j < loop.Body.Parameters.Length; j++)
        {
            var parameter = loop.Body.Parameters[j];
            bool active = parameter.Type.IsFloat && (_activity.IsActive(parameter) || _activity.IsActive(loop.Results[j]));
            if (active && !new SumChain(_facts, parameter).Covers(loop, j))
                return $"'{parameter.Name}' goes from one iteration into the next other than as a sum";
            if (parameter.Type is BufferType)
                return $"the reference '{parameter.Name}' changes between iterations";
        }
        foreach (var op in OpShape.AllOps(loop.Body))
        {
            if (_facts.Effects.HasForeignEffects(op))
                return "it runs code that must run exactly once";
            if (op is CallOp && _facts.Effects.Written(op).Any())
                return "it calls a method that writes memory";
            if (op is StoreOp { Value.Type: BufferType })
                return "it stores references";
        }
        var candidates = new List<int>();
        foreach (int written in ClassesWrittenIn(loop.Body))
        {
            if (IsMadeInside(written, node) || IsPrivateScratch(written, loop, node))
                candidates.Add(written);
            else if (WhyNotOutput(written, loop, node) is { } reason)
                return reason;
        }
        _private.UnionWith(candidates);
        _privateTo[loop.Op] = candidates;
        return null;
    }

    // Either the body has no breaks, or it begins with an inactive test that leaves and all the work is in the other branch.
    private bool HasWorkInOnePlace(LoopParts loop)
    {
        if (!loop.HasBreak)
            return true;
        var ops = loop.Body.Ops;
        if (ops[ops.Length - 1] is not IfOp test)
            return false;
        var (leaving, working) = test.Then.End is Break ? (test.Then, test.Else) : (test.Else, test.Then);
        return leaving.End is Break && working.End is Yield && !HasBreaks(working) && leaving.Ops.All(op => !HasAdjoint(op))
            && ops.Take(ops.Length - 1).All(op => !HasAdjoint(op)) && IsPlainEnd(loop.Body.End, test);
    }

    private static bool IsPlainEnd(Terminator end, IfOp test) =>
        end is Yield yield && yield.Values.Length == test.Results.Length && yield.Values.Zip(test.Results, (a, b) => a.Id == b.Id).All(same => same);

    private static bool HasBreaks(Region region) => region.Ops.Any(op => op is IfOp && OpShape.Regions(op).Any(r => r.End is Break || HasBreaks(r)));

    private bool HasAdjoint(Op op) =>
        OpShape.Results(op).Any(result => result.Type is not BufferType && _activity.IsActive(result))
        || _facts.Effects.Written(op).Any(_activity.IsActiveMemory)
        || OpShape.Regions(op).Any(region => region.Ops.Any(HasAdjoint));

    private IEnumerable<int> ClassesWrittenIn(Region body) =>
        OpShape.AllOps(body).SelectMany(_facts.Effects.Written).Select(_facts.Aliases.ClassOf).Distinct().ToList();

    private IEnumerable<(Op Op, IrValue Reference)> References(int memoryClass) =>
        OpShape.AllOps(_facts.Root.Region).SelectMany(op => OpShape.Operands(op).Concat(OpShape.Results(op)), (op, value) => (op, value))
            .Where(pair => pair.value.Type is BufferType && _facts.Aliases.ClassOf(pair.value) == memoryClass);

    private bool IsParameter(int memoryClass) =>
        _facts.Parameters.Any(p => p.Type is BufferType && (_facts.Aliases.ClassOf(p) == memoryClass || IsRowOf(p, memoryClass)));

    private bool IsRowOf(IrValue jagged, int memoryClass)
    {
        int id = _facts.Aliases.ClassOf(jagged);
        for (int depth = 0; depth < 8 && _facts.Aliases.HasRows(id); depth++)
        {
            id = _facts.Aliases.RowsOf(id);
            if (id == memoryClass)
                return true;
        }
        return false;
    }

    private bool IsMadeInside(int memoryClass, RegionNode loop) =>
        !IsParameter(memoryClass) && References(memoryClass).All(pair => _facts.NodeOf(pair.Op).IsWithin(loop)) && !IsReturned(memoryClass);

    private bool IsReturned(int memoryClass) =>
        OpShape.Operands(_facts.Root.Region.End).Any(value => value.Type is BufferType && _facts.Aliases.ClassOf(value) == memoryClass);

    // Made outside the loop, used inside alone, and each iteration fills what it reads.
    private bool IsPrivateScratch(int memoryClass, LoopParts loop, RegionNode node)
    {
        if (IsParameter(memoryClass) || IsReturned(memoryClass))
            return false;
        foreach (var (op, _) in References(memoryClass))
        {
            if (!_facts.NodeOf(op).IsWithin(node) && op is not (AllocateOp or SliceOp or LengthOp) && !IsInitialFill(op, node))
                return false;
        }
        return _coverage.FillsBeforeReading(loop.Body, memoryClass);
    }

    // Filling scratch in front of the loop does no harm: no iteration reads that.
    private bool IsInitialFill(Op op, RegionNode loop) => op is FillOp && _facts.PositionOf(op) < loop.Start && _facts.NodeOf(op).Loop == loop.Parent?.Loop;

    /// <summary>Output: never read in the loop, and every write goes to a place that no other iteration writes.</summary>
    private string? WhyNotOutput(int memoryClass, LoopParts loop, RegionNode node)
    {
        string? name = References(memoryClass).Select(pair => pair.Reference.Name).FirstOrDefault(n => n.Length > 0);
        if (loop.Op is not ForOp counted)
            return $"it writes '{name}'";
        string? place = null;
        foreach (var (op, _) in References(memoryClass))
        {
            if (!_facts.NodeOf(op).IsWithin(node) || op is SliceOp or LengthOp)
                continue;
            if (op is not StoreOp store)
                return $"it reads and writes '{name}', and an iteration may see what another one wrote";
            string? own = _coverage.OwnPlace(store.Buffer, store.Indices, counted);
            place ??= own;
            if (own is null || own != place)
                return $"two iterations may write the same place of '{name}'";
        }
        return null;
    }
}
