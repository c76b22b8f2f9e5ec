using System.Collections.Generic;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Removes writes to memory of derivatives that nothing reads: what the second order leaves of the gradient, mostly. Only shadows are looked at, since an
/// access to them throws nothing that the primal has not thrown; references, slices and loops that are useless then are <see cref="DeadCode"/>'s.
/// </summary>
internal sealed class WriteOnlyMemory : RegionPass
{
    private readonly AliasClasses _aliases;
    private readonly HashSet<int> _read = new();
    private readonly HashSet<int> _harmless = new();
    private readonly List<(int Class, int Needs)> _implications = new();

    public WriteOnlyMemory(Region root)
    {
        _aliases = new AliasClasses([], root);
        Collect(root);
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var (memoryClass, needs) in _implications)
                changed |= _read.Contains(memoryClass) && _read.Add(needs);
        }
    }

    protected override void Visit(Op op, List<Op> output)
    {
        var written = op switch
        {
            StoreOp o => o.Buffer,
            AccumulateOp o => o.Buffer,
            FillOp o => o.Buffer,
            CopyOp o => o.Destination,
            _ => null,
        };
        if (written is null || _read.Contains(_aliases.ClassOf(written)))
            output.Add(Descend(op));
        else
            Changed = true;
    }

    private void Collect(Region region)
    {
        foreach (var parameter in region.Parameters)
            _harmless.Add(parameter.Id);
        foreach (var op in region.Ops)
        {
            foreach (var result in OpShape.Results(op))
            {
                if (op is AllocateOp { IsShadow: true } or SliceOp or SelectOp or IfOp or BlockOp or ForOp or LoopOp or GetSlotOp or ConstantOp or LoadOp)
                    _harmless.Add(result.Id);
                else
                    Read(result);
            }
            Collect(op);
            foreach (var inner in OpShape.Regions(op))
                Collect(inner);
        }
        foreach (var value in OpShape.Operands(region.End))
        {
            if (region.End is Throw or Break { Label: IrMethod.ReturnLabel })
                Read(value);
        }
    }

    private void Collect(Op op)
    {
        // Memory that comes from outside is read there.
        foreach (var operand in OpShape.Operands(op))
        {
            if (!_harmless.Contains(operand.Id) || op is CallOp or ForeignOp)
                Read(operand);
        }
        switch (op)
        {
            case LoadOp { Result.Type: BufferType } o:
                Rows(o.Buffer, o.Result);
                break;
            case LoadOp o:
                Read(o.Buffer);
                break;
            case StoreOp { Value.Type: BufferType } o:
                Rows(o.Buffer, o.Value);
                break;
            case CopyOp o:
                _implications.Add((_aliases.ClassOf(o.Destination), _aliases.ClassOf(o.Source)));
                break;
        }
    }

    private void Rows(IrValue arrays, IrValue row)
    {
        _implications.Add((_aliases.ClassOf(arrays), _aliases.ClassOf(row)));
        _implications.Add((_aliases.ClassOf(row), _aliases.ClassOf(arrays)));
    }

    private void Read(IrValue value)
    {
        if (value.Type is BufferType)
            _read.Add(_aliases.ClassOf(value));
    }
}
