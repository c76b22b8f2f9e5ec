using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>
/// Partitions references into classes such that references of different classes never reach the same memory where something is written:
/// references that flow together (joins, loop-carried, slices) are one class; the rows of a jagged array are a class of their own,
/// joined with whatever is stored as a row. Two parameters are different classes: companions check on entry that written ones do not overlap.
/// </summary>
internal sealed class AliasClasses
{
    private readonly List<int> _parents = new();
    private readonly List<int> _rows = new();
    private readonly Dictionary<int, int> _classes = new();
    private readonly Dictionary<int, int> _slots = new();

    public AliasClasses(IEnumerable<IrValue> parameters, Region body)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Type is BufferType)
                ClassOf(parameter);
        }
        var targets = new Dictionary<int, (IReadOnlyList<IrValue> Results, IReadOnlyList<IrValue> Carried)>();
        Visit(body, targets);
    }

    /// <summary>The class of a reference's memory.</summary>
    public int ClassOf(IrValue reference)
    {
        if (!_classes.TryGetValue(reference.Id, out int id))
            _classes[reference.Id] = id = NewClass();
        return Find(id);
    }

    /// <summary>The class of all references that a mutable local holds.</summary>
    public int ClassOf(Slot slot)
    {
        if (!_slots.TryGetValue(slot.Id, out int id))
            _slots[slot.Id] = id = NewClass();
        return Find(id);
    }

    /// <summary>The class of the rows of a jagged array's class.</summary>
    public int RowsOf(int arrays)
    {
        arrays = Find(arrays);
        if (_rows[arrays] < 0)
            _rows[arrays] = NewClass();
        return Find(_rows[arrays]);
    }

    public bool HasRows(int arrays) => _rows[Find(arrays)] >= 0;

    private int NewClass()
    {
        _parents.Add(_parents.Count);
        _rows.Add(-1);
        return _parents.Count - 1;
    }

    private int Find(int id)
    {
        while (_parents[id] != id)
            id = _parents[id] = _parents[_parents[id]];
        return id;
    }

    private void Join(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        if (a == b)
            return;
        _parents[b] = a;
        int rowsOfA = _rows[a];
        int rowsOfB = _rows[b];
        if (rowsOfA < 0)
            _rows[a] = rowsOfB;
        else if (rowsOfB >= 0)
            Join(rowsOfA, rowsOfB);
    }

    private void Join(IrValue a, IrValue b)
    {
        if (a.Type is BufferType && b.Type is BufferType)
            Join(ClassOf(a), ClassOf(b));
    }

    private void Join(IReadOnlyList<IrValue> a, IReadOnlyList<IrValue> b)
    {
        for (int i = 0; i < a.Count && i < b.Count; i++)
            Join(a[i], b[i]);
    }

    private void Visit(Region region, Dictionary<int, (IReadOnlyList<IrValue> Results, IReadOnlyList<IrValue> Carried)> targets)
    {
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case LoadOp { Result.Type: BufferType } load:
                    _classes[load.Result.Id] = RowsOf(ClassOf(load.Buffer));
                    break;
                case StoreOp { Value.Type: BufferType } store:
                    Join(RowsOf(ClassOf(store.Buffer)), ClassOf(store.Value));
                    break;
                case SliceOp slice:
                    Join(slice.Result, slice.Buffer);
                    break;
                case SelectOp select:
                    Join(select.Result, select.WhenTrue);
                    Join(select.Result, select.WhenFalse);
                    break;
                case SetSlotOp { Value.Type: BufferType } set:
                    Join(ClassOf(set.Slot), ClassOf(set.Value));
                    break;
                case GetSlotOp { Result.Type: BufferType } get:
                    Join(ClassOf(get.Slot), ClassOf(get.Result));
                    break;
                case CallOp or ForeignOp:
                    JoinResults(op);
                    break;
                case IfOp conditional:
                    Visit(conditional.Then, targets);
                    Visit(conditional.Else, targets);
                    JoinYield(conditional.Then.End, conditional.Results);
                    JoinYield(conditional.Else.End, conditional.Results);
                    break;
                case BlockOp block:
                    targets[block.Label] = (block.Results, []);
                    Visit(block.Body, targets);
                    JoinYield(block.Body.End, block.Results);
                    break;
                case ForOp loop:
                    VisitLoop(loop.Label, loop.Initial, loop.Body, loop.Results, targets);
                    break;
                case LoopOp loop:
                    VisitLoop(loop.Label, loop.Initial, loop.Body, loop.Results, targets);
                    break;
            }
        }
        if (region.End is Break exit && targets.TryGetValue(exit.Label, out var target))
            Join(exit.Values, target.Results);
        if (region.End is Continue next && targets.TryGetValue(next.Label, out target))
            Join(next.Values, target.Carried);
    }

    private void VisitLoop(int label, IReadOnlyList<IrValue> initial, Region body, IReadOnlyList<IrValue> results,
        Dictionary<int, (IReadOnlyList<IrValue> Results, IReadOnlyList<IrValue> Carried)> targets)
    {
        Join(initial, body.Parameters);
        Join(body.Parameters, results);
        targets[label] = (results, body.Parameters);
        Visit(body, targets);
        JoinYield(body.End, body.Parameters);
    }

    private void JoinYield(Terminator end, IReadOnlyList<IrValue> results)
    {
        if (end is Yield yield)
            Join(yield.Values, results);
    }

    // What a call returns may be any reference of that shape that it was given.
    private void JoinResults(Op op)
    {
        foreach (var result in OpShape.Results(op))
        {
            foreach (var argument in OpShape.Operands(op))
            {
                if (result.Type is BufferType made && argument.Type is BufferType given && made.Element == given.Element)
                    Join(result, argument);
            }
        }
    }
}
