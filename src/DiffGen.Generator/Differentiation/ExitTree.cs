using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// A region as a decision tree: operations, then either a terminator or a choice between two further trees. Every way out of the region is a leaf,
/// so that code which follows can be moved to where it is reached.
/// </summary>
internal sealed class ExitTree
{
    private IfOp? _choice;
    private ExitTree? _then;
    private ExitTree? _else;

    public ExitTree(List<Op> ops, Terminator end)
    {
        Ops = ops;
        End = end;
    }

    public ExitTree(List<Op> ops, IfOp choice, ExitTree then, ExitTree otherwise)
    {
        Ops = ops;
        End = new Unreachable();
        _choice = choice;
        _then = then;
        _else = otherwise;
    }

    public List<Op> Ops { get; private set; }

    /// <summary>How a leaf ends.</summary>
    public Terminator End { get; set; }

    public bool IsLeaf => _choice is null;

    public IEnumerable<ExitTree> Leaves()
    {
        if (IsLeaf)
            return [this];
        return _then!.Leaves().Concat(_else!.Leaves());
    }

    /// <summary>Leaves at which the region completes normally.</summary>
    public List<ExitTree> Completing() => Leaves().Where(leaf => leaf.End is Yield).ToList();

    /// <summary>Leaves that leave the region for somewhere else; guards that throw are not among them.</summary>
    public List<ExitTree> Leaving() => Leaves().Where(leaf => leaf.End is Break or Continue).ToList();

    /// <summary>Puts code in front.</summary>
    public ExitTree After(List<Op> ops)
    {
        if (ops.Count > 0)
            Ops = [.. ops, .. Ops];
        return this;
    }

    /// <summary>Continues a leaf with another tree.</summary>
    public void Graft(ExitTree rest)
    {
        Ops.AddRange(rest.Ops);
        End = rest.End;
        _choice = rest._choice;
        _then = rest._then;
        _else = rest._else;
    }

    /// <summary>The tree as a region; a choice becomes an <see cref="IfOp"/> at the end whose results the region yields.</summary>
    public Region ToRegion(IdSource ids, EquatableArray<IrValue> parameters = default)
    {
        var ops = new List<Op>(Ops);
        var end = AppendChoice(ids, ops, null);
        return new Region(parameters, ops.ToEquatableArray(), end);
    }

    /// <summary>Appends the choice to the operations. The results get the given values, or fresh ones.</summary>
    public Terminator AppendChoice(IdSource ids, List<Op> ops, EquatableArray<IrValue>? results)
    {
        if (IsLeaf)
            return End;
        var completing = Completing();
        if (completing.Count == 0)
        {
            ops.Add(_choice! with { Results = default, Then = _then!.ToRegion(ids), Else = _else!.ToRegion(ids) });
            return new Unreachable();
        }
        var values = ((Yield)completing[0].End).Values;
        var yielded = results ?? values.Map(value => ids.Value(value.Type, value.Name));
        ops.Add(_choice! with { Results = yielded, Then = _then!.ToRegion(ids), Else = _else!.ToRegion(ids) });
        return new Yield(yielded);
    }
}
