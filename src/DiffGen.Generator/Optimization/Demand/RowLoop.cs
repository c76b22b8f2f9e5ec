using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>A loop over rows, as one that computes tangents of rows and one that does everything else, in this order.</summary>
internal sealed class RowLoop
{
    private readonly ForOp _loop;
    private readonly HashSet<int> _tangents;
    private readonly MethodFacts _facts;
    private readonly MemoryReferences _references;
    private readonly RegionNode _node;

    private RowLoop(ForOp loop, HashSet<int> tangents, MethodFacts facts, MemoryReferences references)
    {
        _loop = loop;
        _tangents = tangents;
        _facts = facts;
        _references = references;
        _node = facts.NodeOf(loop.Body);
    }

    /// <param name="Tangents">The body of an iteration that writes the tangents alone.</param>
    /// <param name="Values">The loop without them.</param>
    public sealed record Parts(Region Tangents, ForOp Values);

    /// <summary>Null where the iterations depend on each other, or values on tangents of rows.</summary>
    /// <param name="tangents">Classes of the memory of tangents.</param>
    public static Parts? Split(ForOp loop, HashSet<int> tangents, MethodFacts facts, MemoryReferences references, ScratchCoverage coverage)
    {
        if (!loop.Results.IsEmpty || !OpShape.AllOps(loop.Body).All(IsPlain) || HasExits(loop.Body))
            return null;
        try
        {
            _ = new LaneMemoryRoles(facts, references, coverage, loop);
        }
        catch (NoLanesException)
        {
            return null;
        }
        return new RowLoop(loop, tangents, facts, references).Split();
    }

    private Parts? Split()
    {
        var values = Without(_loop.Body);
        var others = DeadCode.Slice(values, op => op is StoreOp or AccumulateOp or FillOp or CopyOp);
        if (OpShape.AllOps(others).Any(op => op is LoadOp load && IsTangent(load.Buffer)))
            return null;
        return Tangents() is { } tangents ? new Parts(tangents, _loop with { Body = values }) : null;
    }

    // What an iteration reads must be as the whole loop found it, or of its own making.
    private Region? Tangents()
    {
        var made = new HashSet<int>();
        while (true)
        {
            var slice = DeadCode.Slice(_loop.Body, op => op is ScratchReleaseOp || Written(op) is { } written && (IsTangent(written) || made.Contains(ClassOf(written))));
            bool grows = false;
            foreach (var read in OpShape.AllOps(slice).Where(op => Read(op) is not null))
            {
                int memory = ClassOf(Read(read)!);
                if (_tangents.Contains(memory) || made.Contains(memory) || !IsWrittenBefore(read, memory))
                    continue;
                if (!IsPrivate(memory))
                    return null;
                made.Add(memory);
                grows = true;
            }
            if (!grows)
                return slice;
        }
    }

    private bool IsWrittenBefore(Op read, int memory)
    {
        var node = _facts.NodeOf(read);
        return _facts.WritesTo(memory).Any(write => write.Node.IsWithin(_node) && (write.Position < _facts.PositionOf(read) || SharesLoop(write.Node, node)));
    }

    private bool SharesLoop(RegionNode a, RegionNode b)
    {
        for (RegionNode? loop = a.Loop; loop is not null && loop != _node && loop.IsWithin(_node); loop = loop.Parent?.Loop)
        {
            if (b.IsWithin(loop))
                return true;
        }
        return false;
    }

    // Made in the iteration: each of the two loops makes it for itself.
    private bool IsPrivate(int memory) => _references.Of(memory).All(op => _facts.NodeOf(op).IsWithin(_node)) && !_facts.Parameters.Any(parameter => parameter.Type is BufferType && ClassOf(parameter) == memory);

    private Region Without(Region region) => region with
    {
        Ops = region.Ops.Where(op => Written(op) is not { } written || !IsTangent(written)).Select(op => op switch
        {
            IfOp o => o with { Then = Without(o.Then), Else = Without(o.Else) },
            ForOp o => o with { Body = Without(o.Body) },
            _ => op,
        }).ToEquatableArray(),
    };

    private int ClassOf(IrValue reference) => _facts.Aliases.ClassOf(reference);

    private bool IsTangent(IrValue reference) => _tangents.Contains(ClassOf(reference));

    private static IrValue? Written(Op op) => op switch { StoreOp o => o.Buffer, AccumulateOp o => o.Buffer, FillOp o => o.Buffer, CopyOp o => o.Destination, _ => null };

    private static IrValue? Read(Op op) => op switch { LoadOp o => o.Buffer, CopyOp o => o.Source, AccumulateOp o => o.Buffer, _ => null };

    /// <summary>Whether an operation can stand in a loop that is taken apart.</summary>
    public static bool IsPlain(Op op) => op is ConstantOp or CommentOp or ApplyOp or SelectOp or LengthOp or SliceOp or StaticBufferOp or LoadOp or StoreOp or AccumulateOp
        or FillOp or CopyOp or IfOp or ForOp or AllocateOp or ScratchMarkOp or ScratchReleaseOp or ForeignOp { IsPure: true, IsTotal: true };

    /// <summary>Whether code leaves a region, or a part of it, before its end.</summary>
    public static bool HasExits(Region region) => region.End is not Yield || region.Ops.Any(op => OpShape.Regions(op).Any(HasExits));
}
