using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>The operations of a function that refer to each class of memory, found once for all its loops.</summary>
internal sealed class MemoryReferences
{
    private readonly MethodFacts _facts;
    private readonly ILookup<int, Op> _all;

    public MemoryReferences(MethodFacts facts)
    {
        _facts = facts;
        _all = In(facts.Root.Region);
    }

    /// <summary>An operation stands here as often as it refers to the memory.</summary>
    public IEnumerable<Op> Of(int memory) => _all[memory];

    /// <summary>The same for a part of the function.</summary>
    public ILookup<int, Op> In(Region region) =>
        OpShape.AllOps(region).SelectMany(op => OpShape.Operands(op).Concat(OpShape.Results(op)), (op, value) => (op, value))
            .Where(pair => pair.value.Type is BufferType)
            .ToLookup(pair => _facts.Aliases.ClassOf(pair.value), pair => pair.op);
}
