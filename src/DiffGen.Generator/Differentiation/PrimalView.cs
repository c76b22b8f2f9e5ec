using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// What the reverse sweep knows of the primal: the facts of the method, and of copies of its loops that run again inside the reverse sweep.
/// A copy shares the facts of the original.
/// </summary>
internal sealed class PrimalView
{
    private readonly Dictionary<int, IrValue> _originals = new();
    private readonly Dictionary<int, IrValue> _standIns = new();
    private readonly Dictionary<int, Op> _copiedOps = new();
    private readonly Dictionary<int, Region> _regions = new();
    private readonly Dictionary<Region, RegionNode> _copiedRegions = new(ReferenceComparer<Region>.Instance);
    private readonly Dictionary<Op, Op> _originalOps = new(ReferenceComparer<Op>.Instance);
    private readonly Dictionary<Op, bool> _hasAdjoint = new(ReferenceComparer<Op>.Instance);

    private readonly IReadOnlyDictionary<int, IrValue> _pairs;
    private readonly Dictionary<int, IrValue> _latestCopies = new();

    /// <param name="pairs">Shadows that the primal sweep makes beside the references themselves.</param>
    public PrimalView(MethodFacts facts, Activity activity, IReadOnlyDictionary<int, IrValue> pairs)
    {
        Facts = facts;
        Activity = activity;
        _pairs = pairs;
    }

    /// <summary>The reverse sweep clears the shadows that the primal sweep made, because it runs again.</summary>
    public bool ClearsPairs { get; set; }

    public MethodFacts Facts { get; }

    public Activity Activity { get; }

    /// <summary>Values that the primal computes; all others belong to the reverse sweep.</summary>
    public bool IsPrimal(IrValue value) => _regions.ContainsKey(value.Id) || Facts.IsDefined(value);

    public bool IsActive(IrValue value) => Activity.IsActive(Original(value));

    /// <summary>States that copied code reads a primal value under another name: out of a local, say.</summary>
    public void StandsFor(IrValue standIn, IrValue value) => _standIns[standIn.Id] = value;

    /// <summary>The value itself, or the one that it stands for. It is this one that has an adjoint.</summary>
    public IrValue Represented(IrValue value) => _standIns.TryGetValue(value.Id, out var primal) ? primal : value;

    public int ClassOf(IrValue reference) => Facts.Aliases.ClassOf(Original(reference));

    /// <summary>The operation that defines a value, as the copy has it; null for parameters and counters.</summary>
    public Op? OpOf(IrValue value) =>
        _copiedOps.TryGetValue(value.Id, out var op) ? op : _regions.ContainsKey(value.Id) ? null : Facts.OpOf(value);

    /// <summary>The region (the copy, for copied code) that defines a value.</summary>
    public Region RegionOf(IrValue value) => _regions.TryGetValue(value.Id, out var region) ? region : Facts.DefinitionOf(value).Node.Region;

    public RegionNode NodeOf(Region region) => _copiedRegions.TryGetValue(region, out var node) ? node : Facts.NodeOf(region);

    public Op Original(Op op)
    {
        while (_originalOps.TryGetValue(op, out var original))
            op = original;
        return op;
    }

    public IrValue Original(IrValue value)
    {
        value = Represented(value);
        while (_originals.TryGetValue(value.Id, out var original))
            value = original;
        return value;
    }

    /// <summary>The shadow that the primal sweep keeps beside a reference, or null. For a copied reference, that of the copy that is being mirrored.</summary>
    public IrValue? PairOf(IrValue reference)
    {
        var original = Original(reference);
        if (!_pairs.TryGetValue(original.Id, out var pair))
            return null;
        return original.Id == reference.Id ? pair : _latestCopies[pair.Id];
    }

    public Constant? ConstantOf(IrValue value) => OpOf(Represented(value)) is ConstantOp constant ? constant.Value : null;

    /// <summary>Registers a value that the forward sweep adds to a region: an iteration count.</summary>
    public void DefineCounter(IrValue counter, Region region) => _regions[counter.Id] = region;

    /// <summary>Memory read by <paramref name="load"/> is unchanged when <paramref name="within"/> (a joint root: the method or a fused body) has run.</summary>
    public bool IsStableAfter(Op load, IrValue buffer, Region within)
    {
        var original = Original(load);
        return Facts.IsStableAfter(ClassOf(buffer), load is LoadOp { Path: var path } ? path : default, Facts.PositionOf(original), Facts.NodeOf(original), NodeOf(within));
    }

    /// <summary>Whether the reverse sweep has anything to do for an operation.</summary>
    public bool HasAdjoint(Op op)
    {
        op = Original(op);
        if (_hasAdjoint.TryGetValue(op, out bool known))
            return known;
        bool any = false;
        foreach (var result in OpShape.Results(op))
            any |= result.Type is not BufferType && Activity.IsActive(result);
        foreach (var reference in Facts.Effects.Written(op))
            any |= Activity.IsActiveMemory(reference);
        any |= ClearsPairs && op is AllocateOp { Result: { Type: BufferType { Element: not BufferType } } memory } && _pairs.Values.Any(pair => pair.Id == memory.Id);
        foreach (var region in OpShape.Regions(op))
        {
            foreach (var inner in region.Ops)
                any |= HasAdjoint(inner);
            // A branch that only leaves a loop hands its values on all the same.
            if (region.End is Break exit)
                any |= exit.Values.Any(Activity.IsActive);
        }
        return _hasAdjoint[op] = any;
    }

    /// <summary>Copies a construct with fresh numbers.</summary>
    public Op CopyWithFacts(Op op, Region target, IdSource ids, Func<IrValue, IrValue> free)
    {
        var copy = new RegionRewriter(ids) { Free = free }.Copy(op);
        Register(op, copy, target);
        return copy;
    }

    private void Register(Op original, Op copy, Region target)
    {
        _originalOps[copy] = original;
        var from = OpShape.Results(original);
        var to = OpShape.Results(copy);
        for (int i = 0; i < to.Length; i++)
        {
            _originals[to[i].Id] = from[i];
            _latestCopies[Original(from[i]).Id] = to[i];
            _copiedOps[to[i].Id] = copy;
            _regions[to[i].Id] = target;
        }
        var originals = OpShape.Regions(original);
        var copies = OpShape.Regions(copy);
        for (int r = 0; r < copies.Length; r++)
        {
            if (original is ForOp first && copy is ForOp second)
                RegisterParameter(first.Induction, second.Induction, copies[r]);
            Register(originals[r], copies[r]);
        }
    }

    private void Register(Region original, Region copy)
    {
        _copiedRegions[copy] = NodeOf(original);
        for (int i = 0; i < copy.Parameters.Length; i++)
            RegisterParameter(original.Parameters[i], copy.Parameters[i], copy);
        for (int i = 0; i < copy.Ops.Length; i++)
            Register(original.Ops[i], copy.Ops[i], copy);
    }

    private void RegisterParameter(IrValue original, IrValue copy, Region region)
    {
        _originals[copy.Id] = original;
        _latestCopies[Original(original).Id] = copy;
        _regions[copy.Id] = region;
    }
}
