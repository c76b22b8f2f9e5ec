using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// Hessians: columns like those of the gradient's Jacobian, but of the core that multiplies the Hessian by directions.
internal sealed partial class JacobianEntry
{
    private string _diagonal = "";

    private void Hessian(LaneCore core)
    {
        if (_companion.Kind == CompanionKind.HessianDiagonal)
        {
            _diagonal = _names.Take("diagonal");
            _writer.Line($"global::System.Span<{_number}> {_diagonal} = {_tape}.Scratch<{_number}>({_columns.Count});");
            SecondOrder(core);
            Distribute();
            return;
        }
        SecondOrder(core);
        if (_columns.Known != 1)
            _writer.Line($"{Lanes}.MakeSymmetric({_matrix}, {_columns.Count});");
    }

    /// <summary>Several columns of the Hessian per pass: directions of the inputs go in, products with the Hessian come out.</summary>
    private void SecondOrder(LaneCore core)
    {
        Pass pass = Begin(core, _columns, "StarColouring");
        List<AbiLeaf> buffers = [.. _columns.Leaves.Where(leaf => leaf.IsBuffer)];
        var directions = buffers.ToDictionary(leaf => leaf, leaf => Shadow(core, leaf));
        var products = buffers.ToDictionary(leaf => leaf, leaf => Shadow(core, leaf, AbiNames.SecondDerivativeOf(_signature.Parameters[leaf.Parameter].Name)));
        Loop(pass, _columns, () =>
        {
            foreach (AbiLeaf leaf in buffers)
                SeedBuffer(pass, directions[leaf], _columns.OffsetOf(leaf));
            IEnumerable<string> given = _columns.Leaves.Select(leaf => leaf.IsBuffer ? directions[leaf] : Unit(pass, leaf, _columns.OffsetOf(leaf)));
            var primal = AbiLeaves.OfResults(_signature).Where(leaf => leaf.Parameter != AbiLeaf.Return).ToList();
            IReadOnlyDictionary<AbiLeaf, string> derivatives = Call(pass, [.. _arguments.Expressions, .. given, .. buffers.Select(leaf => products[leaf])],
                primal, _columns.Leaves.Where(leaf => !leaf.IsBuffer).ToList());
            foreach (AbiLeaf leaf in _columns.Leaves)
                Keep(pass, leaf, leaf.IsBuffer ? products[leaf] : derivatives[leaf], _columns.OffsetOf(leaf));
            Recover(pass);
        });
    }

    private void KeepDense(Pass pass, AbiLeaf leaf, string derivative, string offset)
    {
        if (_diagonal.Length > 0)
            _writer.Line($"{Lanes}.StoreDiagonal{(leaf.IsBuffer ? OneDimensional(leaf, pass) : "")}({derivative}, {_diagonal}, {offset}, {pass.First});");
        else
            StoreRow(pass, leaf, derivative, offset);
    }

    // From one number per input to destinations and results in the shape of the parameters.
    private void Distribute()
    {
        var parts = new Dictionary<AbiLeaf, string>();
        foreach (AbiLeaf leaf in _columns.Leaves)
        {
            string offset = _columns.OffsetOf(leaf);
            if (leaf.Type is not BufferType type)
            {
                string element = $"{_diagonal}[{offset}]";
                parts.Add(leaf, leaf.Type == IrType.F32 && _number == "double" ? $"(float){element}" : element);
                continue;
            }
            string destination = AbiNames.Escape(_companion.Parameters.First(p => p.Role == CompanionRole.Destination && p.Source == leaf.Parameter).Name);
            if (LaneLayout.InnermostElement(type) is StructType structure)
                DistributeStructs(type, structure, destination, offset);
            else
                _writer.Line($"{Lanes}.Distribute({_diagonal}, {offset}, {destination});");
        }
        EntryEnd end = EntryResults.OfDerivatives(_signature, _request, _companion, _structs, parts);
        foreach (string assignment in end.Assignments)
            _writer.Line(assignment);
        if (end.Returned is not null)
            _writer.Line($"return {end.Returned};");
    }

    private void DistributeStructs(BufferType type, StructType structure, string destination, string offset)
    {
        string next = _names.Take("next"), index = _names.Take("i"), line = destination;
        _writer.Line($"int {next} = {offset};");
        if (type.Element is BufferType row)
        {
            line = _names.Take("row");
            _writer.Line($"foreach ({AbiTypes.TextOf(row)} {line} in {destination})");
            _writer.Open();
        }
        else if (type.Rank == 2)
        {
            line = _names.Take(destination + "Elements");
            _writer.Line($"global::System.Span<{AbiTypes.TextOf(structure)}> {line} = global::DiffGen.CompilerServices.Destination.AsSpan({destination});");
        }
        EquatableArray<EquatableArray<string>> paths = LaneLayout.Of(structure).Paths;
        _writer.Line($"for (int {index} = 0; {index} < {(type.Element is BufferType ? $"({line}?.Length ?? 0)" : line + ".Length")}; {index}++)");
        _writer.Open();
        foreach (EquatableArray<string> path in paths)
            _writer.Line($"{_structs.Target($"{line}[{index}]", structure, path)} = {(IsSingle(structure, path) && _number == "double" ? "(float)" : "")}{_diagonal}[{next}++];");
        _writer.Close();
        if (type.Element is BufferType)
            _writer.Close();
    }

    private static bool IsSingle(IrType type, EquatableArray<string> path) =>
        path.Aggregate(type, (current, step) => ((StructType)current).Fields.First(field => field.Name == step).Type) == IrType.F32;
}
