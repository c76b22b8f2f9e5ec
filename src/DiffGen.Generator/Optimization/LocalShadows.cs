using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Memory of derivatives that a function makes and never hands on: a write to it counts only if something reads it. Other local memory is not looked
/// at, since a write to it may throw what nothing else throws.
/// </summary>
internal sealed class LocalShadows
{
    private readonly AliasClasses? _aliases;
    private readonly HashSet<int> _known = new();
    private readonly HashSet<int> _seenOutside = new();

    public LocalShadows(Region root)
    {
        if (!OpShape.AllOps(root).Any(op => op is AllocateOp { IsShadow: true }))
            return;
        _aliases = new AliasClasses([], root);
        Collect(root);
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (int outside in _seenOutside.ToArray())
                changed |= _aliases.HasRows(outside) && _seenOutside.Add(_aliases.RowsOf(outside));
        }
    }

    /// <summary>The class of the local shadow that an operation writes, or null.</summary>
    public int? WrittenBy(Op op) => Local(op switch
    {
        StoreOp o => o.Buffer,
        AccumulateOp o => o.Buffer,
        FillOp o => o.Buffer,
        CopyOp o => o.Destination,
        _ => null,
    });

    /// <summary>The class of the local shadow that an operation reads, or null.</summary>
    public int? ReadBy(Op? op) => Local(op switch
    {
        LoadOp o => o.Buffer,
        CopyOp o => o.Source,
        _ => null,
    });

    private int? Local(IrValue? reference) =>
        _aliases is null || reference is null || _seenOutside.Contains(_aliases.ClassOf(reference)) ? null : _aliases.ClassOf(reference);

    private void Collect(Region region)
    {
        foreach (var parameter in region.Parameters)
            _known.Add(parameter.Id);
        foreach (var op in region.Ops)
        {
            foreach (var result in OpShape.Results(op))
            {
                _known.Add(result.Id);
                if (op is not (AllocateOp { IsShadow: true } or SliceOp or SelectOp or IfOp or BlockOp or ForOp or LoopOp or GetSlotOp or ConstantOp or LoadOp))
                    IsSeenOutside(result);
            }
            // Parameters of the function are defined nowhere in it.
            foreach (var operand in OpShape.Operands(op).Where(operand => op is CallOp or ForeignOp || !_known.Contains(operand.Id)))
                IsSeenOutside(operand);
            foreach (var inner in OpShape.Regions(op))
                Collect(inner);
        }
        if (region.End is Throw or Break { Label: IrMethod.ReturnLabel })
        {
            foreach (var value in OpShape.Operands(region.End))
                IsSeenOutside(value);
        }
    }

    private void IsSeenOutside(IrValue value)
    {
        if (value.Type is BufferType)
            _seenOutside.Add(_aliases!.ClassOf(value));
    }
}
