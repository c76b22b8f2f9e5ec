using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Rows of jagged arrays, of which each lane has its own, and elements of rectangular arrays.
internal sealed partial class LaneFacts
{
    private readonly Dictionary<int, LoadOp> _rows = new();
    private readonly HashSet<int> _measured = new();

    /// <summary>Arrays of rows whose lengths the loop asks for: lanes do so together, so that the rows must be equally long.</summary>
    public IEnumerable<IrValue> MeasuredRows => _rows.Values.Where(row => _measured.Contains(row.Result.Id)).Select(row => row.Buffer).Distinct();

    /// <summary>The load of the row that each lane has its own of, where the reference stands for such rows.</summary>
    public LoadOp? RowOf(IrValue reference) => _rows.TryGetValue(reference.Id, out var row) ? row : null;

    public bool IsMeasured(LoadOp row) => _measured.Contains(row.Result.Id);

    /// <summary>Visits a load that leads to a row of its own for each lane, or to an element of two dimensions; false if it is neither.</summary>
    private bool LoadFromRows(LoadOp op)
    {
        if (op.Result.Type is BufferType)
        {
            if (op.Indices.Any(Differs) || Differs(op.Buffer))
                AddRow(op);
            return true;
        }
        if (RowOf(op.Buffer) is null && op.Indices.Length != 2)
            return false;
        if (RowOf(op.Buffer) is null && !op.Indices.Any(Differs) && !Differs(op.Buffer))
            return true;
        if (op.Indices.Any(IsLane) || !op.Path.IsEmpty || op.Result.Type != IrType.F64 || _roles.IsWritten(ClassOf(op.Buffer)))
            throw new NoLanesException($"iterations read different places of '{op.Buffer.Name}'");
        MarkLane(op.Result);
        return true;
    }

    private void AddRow(LoadOp op)
    {
        bool isPlain = op.Indices.Length == 1 && op.Path.IsEmpty && op.Indices[0].Equals(Loop.Induction) && Loop.Step == 1 && _masked == 0
            && op.Result.Type is BufferType { Rank: 1, Element: ScalarType { Kind: ScalarKind.F64 } };
        bool isFixed = !_roles.IsWritten(ClassOf(op.Buffer)) && !_roles.IsWritten(ClassOf(op.Result)) && !_facts.DefinitionOf(op.Buffer).Node.IsWithin(_facts.NodeOf(Loop.Body));
        if (!isPlain || !isFixed)
            throw new NoLanesException($"a row of '{op.Buffer.Name}' differs between iterations");
        MarkRow(op.Result, op);
    }

    private void MarkRow(IrValue reference, LoadOp row)
    {
        _changed |= !_rows.ContainsKey(reference.Id);
        _rows[reference.Id] = row;
    }

    // A sum over iterations at a place in two dimensions.
    private bool AddsToPlace(IrValue buffer, Common.EquatableArray<IrValue> indices, Common.EquatableArray<string> path, IrValue value) =>
        indices.Length == 2 && path.IsEmpty && value.Type == IrType.F64 && !indices.Any(Differs) && _roles.IsSums(ClassOf(buffer));
}
