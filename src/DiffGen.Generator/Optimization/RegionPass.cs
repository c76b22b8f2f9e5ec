using System;
using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// One walk over a region in execution order, in which operations can be replaced and values substituted. Nested regions are the only
/// recursion, so that long straight-line code takes no stack.
/// </summary>
internal abstract class RegionPass
{
    private readonly Dictionary<int, IrValue> _replacements = new();
    private readonly Dictionary<int, Constant> _constants = new();
    private readonly RegionRewriter _rewriter;
    private Terminator? _cut;

    protected RegionPass() => _rewriter = new RegionRewriter(fresh: null) { Free = Map };

    /// <summary>Whether the pass has made any difference.</summary>
    public bool Changed { get; protected set; }

    public Region Run(Region region)
    {
        var output = new List<Op>(region.Ops.Length);
        Terminator? cut = null;
        for (int i = 0; i < region.Ops.Length && cut is null; i++)
        {
            var op = region.Ops[i];
            if (op is ConstantOp { Value.IsOpaque: false } constant)
                _constants[constant.Result.Id] = constant.Value;
            Visit(WithMappedOperands(op), output);
            (cut, _cut) = (_cut, null);
            Changed |= cut is not null && (i < region.Ops.Length - 1 || !cut.Equals(region.End));
        }
        return region with { Ops = new([.. output]), End = cut ?? Terminate(_replacements.Count == 0 ? region.End : _rewriter.Copy(region.End)) };
    }

    /// <summary>Decides what becomes of an operation whose operands are substituted already: appends it, another, or none.
    /// The regions of a structured operation are still as they were; <see cref="Descend"/> visits them.</summary>
    protected abstract void Visit(Op op, List<Op> output);

    /// <summary>Decides what becomes of a terminator.</summary>
    protected virtual Terminator Terminate(Terminator end) => end;

    /// <summary>Visits the regions that an operation owns.</summary>
    protected virtual Op Descend(Op op) => op switch
    {
        IfOp o => o with { Then = Enter(o.Then), Else = Enter(o.Else) },
        BlockOp o => o with { Body = Enter(o.Body) },
        ForOp o => o with { Body = Enter(o.Body) },
        LoopOp o => o with { Body = Enter(o.Body) },
        _ => op,
    };

    /// <summary>Visits a region that an operation owns: what is known only inside ends with it.</summary>
    protected virtual Region Enter(Region region) => Run(region);

    /// <summary>From here on, <paramref name="value"/> stands for <paramref name="original"/>.</summary>
    protected void Replace(IrValue original, IrValue value)
    {
        _replacements[original.Id] = Map(value);
        if (ConstantOf(value) is { } constant)
            _constants[original.Id] = constant;
        Changed = true;
    }

    /// <summary>Ends the region that is being visited after what was appended last; what followed is never reached.</summary>
    protected void Cut(Terminator end) => _cut = end;

    protected Constant? ConstantOf(IrValue value) => _constants.TryGetValue(value.Id, out var constant) ? constant : null;

    /// <summary>Makes a value a constant.</summary>
    protected void ReplaceByConstant(Op op, IrValue result, Constant value, List<Op> output)
    {
        _constants[result.Id] = value;
        output.Add(new ConstantOp(result, value) { Line = op.Line, Ordinal = op.Ordinal });
        Changed = true;
    }

    protected IrValue Map(IrValue value) => _replacements.TryGetValue(value.Id, out var replacement) ? replacement : value;

    private Op WithMappedOperands(Op op)
    {
        if (_replacements.Count == 0)
            return op;
        return op switch
        {
            IfOp o => o with { Condition = Map(o.Condition) },
            BlockOp => op,
            ForOp o => o with { Start = Map(o.Start), End = Map(o.End), Initial = o.Initial.Map(Map) },
            LoopOp o => o with { Initial = o.Initial.Map(Map) },
            _ => _rewriter.Copy(op),
        };
    }
}
