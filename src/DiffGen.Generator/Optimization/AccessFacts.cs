using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Which loads cannot throw: those whose index runs over the length of their buffer, and those whose element was accessed before on every
/// way to them. A reference's length never changes, so writes in between do not matter.
/// </summary>
internal sealed class AccessFacts
{
    private readonly HashSet<int> _safe = new();
    private readonly HashSet<(IrValue Buffer, EquatableArray<IrValue> Indices)> _accessed = new();
    private readonly List<(IrValue Buffer, EquatableArray<IrValue> Indices)> _added = new();
    private readonly Dictionary<int, IrValue> _lengths = new();
    private readonly Dictionary<int, Constant> _constants = new();
    private readonly Dictionary<int, IrValue> _ranges = new();
    private readonly HashSet<int> _rows = new();
    private readonly HashSet<int> _shadows = new();

    public AccessFacts(Region root) => Visit(root);

    public bool IsSafe(LoadOp load) => _safe.Contains(load.Result.Id);

    public Constant? ConstantOf(IrValue value) => _constants.TryGetValue(value.Id, out var constant) ? constant : null;

    /// <summary>Whether a reference is a row of a jagged array, and so may be null.</summary>
    public bool IsRow(IrValue reference) => _rows.Contains(reference.Id);

    /// <summary>Whether a reference is to memory of derivatives, which is accessed only where the primal's was.</summary>
    public bool IsShadow(IrValue reference) => _shadows.Contains(reference.Id);

    /// <summary>Whether the value is the length of something.</summary>
    public bool IsLength(IrValue value) => _lengths.ContainsKey(value.Id);

    private void Visit(Region region)
    {
        int mark = _added.Count;
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case ConstantOp { Value.IsOpaque: false } o:
                    _constants[o.Result.Id] = o.Value;
                    break;
                case LengthOp { Dimension: 0 } o:
                    _lengths[o.Result.Id] = o.Buffer;
                    break;
                case LoadOp o:
                    if (_accessed.Contains((o.Buffer, o.Indices)) || IsInRange(o))
                        _safe.Add(o.Result.Id);
                    if (o.Result.Type is BufferType)
                        _rows.Add(o.Result.Id);
                    if (o.IsShadow || _shadows.Contains(o.Buffer.Id))
                        _shadows.Add(o.Result.Id);
                    Access(o.Buffer, o.Indices);
                    break;
                case AllocateOp { IsShadow: true } o:
                    _shadows.Add(o.Result.Id);
                    break;
                case SliceOp o when o.IsShadow || _shadows.Contains(o.Buffer.Id):
                    _shadows.Add(o.Result.Id);
                    break;
                case StoreOp o:
                    Access(o.Buffer, o.Indices);
                    break;
                case AccumulateOp o:
                    Access(o.Buffer, o.Indices);
                    break;
                case ForOp { Step: > 0, Inclusive: false } o when _constants.TryGetValue(o.Start.Id, out var start) && start.Bits >= 0 && _lengths.TryGetValue(o.End.Id, out var buffer):
                    _ranges[o.Induction.Id] = buffer;
                    break;
            }
            foreach (var nested in OpShape.Regions(op))
                Visit(nested);
        }
        for (int i = _added.Count - 1; i >= mark; i--)
            _accessed.Remove(_added[i]);
        _added.RemoveRange(mark, _added.Count - mark);
    }

    private void Access(IrValue buffer, EquatableArray<IrValue> indices)
    {
        if (_accessed.Add((buffer, indices)))
            _added.Add((buffer, indices));
    }

    private bool IsInRange(LoadOp load) =>
        load.Indices.Length == 1 && _ranges.TryGetValue(load.Indices[0].Id, out var buffer) && buffer.Equals(load.Buffer);
}
