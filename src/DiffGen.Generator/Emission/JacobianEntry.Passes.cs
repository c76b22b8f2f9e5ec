using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// The passes of either mode.
internal sealed partial class JacobianEntry
{
    private IReadOnlyList<AbiLeaf> ParameterLeaves => AbiLeaves.OfParameters(_signature);

    // In the order of the core's parameters: inputs, and buffers that are written.
    private IEnumerable<AbiLeaf> ActiveParameterLeaves => ParameterLeaves.Where(leaf => IsColumn(leaf) || leaf.IsBuffer && IsRow(leaf));

    private bool IsColumn(AbiLeaf leaf) => _columns.Leaves.Contains(leaf);

    private bool IsRow(AbiLeaf leaf) => _rows.Leaves.Contains(leaf);

    private void Forward(LaneCore core)
    {
        Pass pass = Begin(core, _columns, "ColumnColouring");
        var shadows = ActiveParameterLeaves.Where(leaf => leaf.IsBuffer).ToDictionary(leaf => leaf, leaf => Shadow(core, leaf));
        Loop(pass, _columns, () =>
        {
            var arguments = new List<string>(_arguments.Expressions);
            foreach (AbiLeaf leaf in ActiveParameterLeaves)
            {
                if (leaf.IsBuffer)
                {
                    SeedBuffer(pass, shadows[leaf], IsColumn(leaf) ? _columns.OffsetOf(leaf) : null);
                    arguments.Add(shadows[leaf]);
                }
                else
                {
                    arguments.Add(Unit(pass, leaf, _columns.OffsetOf(leaf)));
                }
            }
            var primal = AbiLeaves.OfResults(_signature);
            var tangents = primal.Where(leaf => leaf.CarriesDerivative).ToList();
            IReadOnlyDictionary<AbiLeaf, string> derivatives = Call(pass, arguments, primal, tangents);
            foreach (AbiLeaf leaf in _rows.Leaves)
            {
                string tangent = leaf.IsBuffer && leaf.Parameter != AbiLeaf.Return ? shadows[leaf] : derivatives[leaf];
                if (_companion.IsSparse)
                    Keep(pass, leaf, tangent, _rows.OffsetOf(leaf));
                else
                    StoreRow(pass, leaf, tangent, _rows.OffsetOf(leaf));
            }
            Recover(pass);
        });
    }

    // In a loop of passes the other axis may be empty: its only pass stores nothing then.
    private static bool HasOneElement(Pass pass) => pass.IsScalar && pass.IsSingle;

    // The lanes are columns.
    private void StoreRow(Pass pass, AbiLeaf leaf, string tangent, string offset)
    {
        string place = $"{_matrix}, {offset}, {_columns.Count}, {pass.First}";
        if (leaf.IsBuffer)
            _writer.Line($"{Lanes}.StoreRows{OneDimensional(leaf, pass)}({tangent}, {place});");
        else
            _writer.Line(HasOneElement(pass) ? $"{_matrix}[{FirstOf(offset)}] = {tangent};" : $"{Lanes}.StoreRow({tangent}, {place});");
    }

    private void Reverse(LaneCore core)
    {
        Pass pass = Begin(core, _rows, "RowColouring");
        var shadows = ActiveParameterLeaves.Where(leaf => leaf.IsBuffer).ToDictionary(leaf => leaf, leaf => Shadow(core, leaf));
        var cotangents = _rows.Leaves.Where(leaf => leaf.IsBuffer && leaf.Parameter == AbiLeaf.Return).ToDictionary(leaf => leaf, leaf => Shadow(core, leaf));
        Loop(pass, _rows, () =>
        {
            var arguments = new List<string>(_arguments.Expressions);
            foreach (AbiLeaf leaf in AbiLeaves.OfResults(_signature).Where(leaf => leaf.CarriesDerivative))
            {
                if (leaf.IsBuffer)
                    SeedBuffer(pass, cotangents[leaf], _rows.OffsetOf(leaf));
                arguments.Add(leaf.IsBuffer ? cotangents[leaf] : Unit(pass, leaf, _rows.OffsetOf(leaf)));
            }
            foreach (AbiLeaf leaf in ActiveParameterLeaves.Where(leaf => leaf.IsBuffer))
            {
                if (_small.Length == 0)
                    SeedBuffer(pass, shadows[leaf], IsRow(leaf) ? _rows.OffsetOf(leaf) : null);
                arguments.Add(shadows[leaf]);
            }
            var primal = AbiLeaves.OfResults(_signature).Where(leaf => leaf.Parameter != AbiLeaf.Return).ToList();
            IReadOnlyDictionary<AbiLeaf, string> derivatives = Call(pass, arguments, primal, _columns.Leaves.Where(leaf => !leaf.IsBuffer).ToList());
            foreach (AbiLeaf leaf in _columns.Leaves)
            {
                string adjoint = leaf.IsBuffer ? shadows[leaf] : derivatives[leaf];
                string place = $"{_matrix}, {_columns.OffsetOf(leaf)}, {_columns.Count}, {_rows.Count}, {pass.First}";
                if (_companion.IsSparse)
                    Keep(pass, leaf, adjoint, _columns.OffsetOf(leaf));
                else if (!leaf.IsBuffer)
                    _writer.Line(HasOneElement(pass) ? $"{_matrix}[{_columns.OffsetOf(leaf)}] = {adjoint};" : $"{Lanes}.StoreColumn({adjoint}, {place});");
                else
                    _writer.Line($"{Lanes}.StoreColumns{OneDimensional(leaf, pass)}({adjoint}, {place});");
            }
            Recover(pass);
        });
    }

    /// <param name="Loop">The variable that holds the first direction of the pass; empty where there is only one pass.</param>
    private sealed record Pass(LaneCore Core, string Loop)
    {
        public bool IsSingle => Loop.Length == 0;

        public bool IsScalar => Core.Width.Count == 1;

        public string First => IsSingle ? "0" : Loop;

        /// <summary>The colouring that the directions of a sparse matrix follow.</summary>
        public string? Colouring { get; init; }

        /// <summary>Where what a pass computes of a sparse matrix is kept.</summary>
        public string Kept { get; init; } = "";
    }

    private void Loop(Pass pass, MatrixAxis axis, System.Action body)
    {
        if (pass.IsSingle)
        {
            body();
            return;
        }
        // At least one pass: what the method writes is wanted without any column too.
        _writer.Line($"int {pass.Loop} = 0;");
        _writer.Line("do");
        _writer.Open();
        if (_saved.Count > 0)
        {
            _writer.Line($"if ({pass.Loop} > 0)");
            _writer.Open();
            RestoreWritten();
            _writer.Close();
        }
        body();
        _writer.Line($"{pass.Loop} += {pass.Core.Width.Count};");
        _writer.Close();
        _writer.Line($"while ({pass.Loop} < {(pass.Colouring is null ? axis.Count : pass.Colouring + ".Count")});");
    }

    private void RestoreWritten()
    {
        foreach (string line in _saved.Values)
            _writer.Line(line);
    }

    /// <summary>Declares memory for the derivatives of a buffer, and returns its name.</summary>
    private string Shadow(LaneCore core, AbiLeaf leaf, string? wanted = null)
    {
        var type = (BufferType)leaf.Type;
        bool isReturned = leaf.Parameter == AbiLeaf.Return;
        string primal = isReturned ? _value : _signature.Parameters[leaf.Parameter].Name;
        string name = AbiNames.Escape(_names.Take(wanted ?? AbiNames.DerivativeOf(primal)));
        primal = AbiNames.Escape(primal);
        int perElement = LaneLayout.Of(LaneLayout.InnermostElement(type)).Count;
        string lane = AbiTypes.TextOf(core.Width.TypeOf(JacobianShape.KindOf(leaf)));
        if (_small.Length > 0)
        {
            SmallShadow(leaf, lane, name);
            return name;
        }
        string factor = perElement == 1 ? "" : perElement.ToString(CultureInfo.InvariantCulture) + " * ";
        if (type.Element is BufferType row)
            _writer.Line($"{lane}[][] {name} = {Lanes}.Like<{lane}, {AbiTypes.TextOf(row.Element)}>({primal}, {perElement});");
        else if (type.Rank == 2)
            _writer.Line($"{lane}[,] {name} = new {lane}[{Length($".GetLength(0)", "")}, {Length($".GetLength(1)", factor)}];");
        else
            _writer.Line($"global::System.Span<{lane}> {name} = {_tape}.Scratch<{lane}>({Length(".Length", factor)});");
        return name;

        string Length(string member, string by) => isReturned ? $"{by}({primal}?{member} ?? 0)" : $"{by}{primal}{member}";
    }

    /// <param name="offset">Where the buffer's directions begin; null if none belongs to it.</param>
    private void SeedBuffer(Pass pass, string shadow, string? offset) =>
        _writer.Line(SparseSeed(pass, shadow, offset) ?? $"{Lanes}.Seed({shadow}, {(offset is null ? "int.MinValue" : Difference(offset, pass.First))});");

    /// <summary>The direction of a number: one in its lane.</summary>
    private string Unit(Pass pass, AbiLeaf leaf, string offset)
    {
        IrType type = pass.Core.Width.TypeOf(JacobianShape.KindOf(leaf));
        if (SparseUnit(pass, type, offset) is { } unit)
            return unit;
        bool isKnown = int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out int lane);
        if (!pass.IsSingle || !isKnown)
            return $"{Lanes}.Unit<{AbiTypes.TextOf(type)}>({Difference(offset, pass.First)})";
        string suffix = JacobianShape.KindOf(leaf) == ScalarKind.F32 ? "f" : ".0";
        IEnumerable<string> numbers = Enumerable.Range(0, pass.Core.Width.Count).Select(i => (i == lane ? "1" : "0") + suffix);
        return type is LaneType lanes ? $"global::System.Runtime.Intrinsics.Vector{lanes.Bits}.Create({string.Join(", ", numbers)})" : numbers.First();
    }

    private static string Difference(string offset, string first) => first == "0" ? offset : offset == "0" ? "-" + first : $"{offset} - {first}";

    // The first element of a row.
    private string FirstOf(string row) =>
        row == "0" ? row : row == "1" ? _columns.Count : $"{(row.Contains(' ') ? $"({row})" : row)} * {_columns.Count}";

    // Arrays and spans alike are read as one kind of span.
    private string OneDimensional(AbiLeaf leaf, Pass pass) => leaf.Type is BufferType { Rank: 1, Element: not BufferType }
        ? $"<{AbiTypes.TextOf(pass.Core.Width.TypeOf(JacobianShape.KindOf(leaf)))}, {_number}>"
        : "";

    /// <summary>Calls the core, assigns the method's own results, and gives each derivative a name.</summary>
    private IReadOnlyDictionary<AbiLeaf, string> Call(Pass pass, List<string> arguments, IReadOnlyList<AbiLeaf> primal, IReadOnlyList<AbiLeaf> derivatives)
    {
        bool scratch = pass.Core.Function.UsesTape && !pass.IsSingle;
        string mark = scratch ? _names.Take("mark") : "";
        if (scratch)
            _writer.Line($"int {mark} = {_tape}.Mark();");
        var values = primal.Where(leaf => leaf.Parameter != AbiLeaf.Return).ToDictionary(leaf => leaf, leaf => Take(leaf, false));
        var named = derivatives.ToDictionary(leaf => leaf, leaf => Take(leaf, true));
        string[] results = [.. primal.Select(leaf => values.TryGetValue(leaf, out string? name) ? name : "_"), .. derivatives.Select(leaf => named[leaf])];
        string call = $"{_nameOf(pass.Core.Function)}({string.Join(", ", pass.Core.Function.UsesTape ? arguments.Append(_tape) : arguments)});";
        _writer.Line(results.Length == 0 || results.All(name => name == "_") ? call
            : results.Length == 1 ? $"{AbiTypes.TextOf(pass.Core.Function.ResultTypes[0])} {results[0]} = {call}"
            : $"var ({string.Join(", ", results)}) = {call}");
        if (scratch)
            _writer.Line($"{_tape}.Release({mark});");
        foreach (string assignment in EntryResults.AssignParameters(_signature, _request, _companion, _structs, values))
            _writer.Line(assignment);
        return named;

        string Take(AbiLeaf leaf, bool isDerivative)
        {
            string whole = leaf.Parameter == AbiLeaf.Return ? "value" : _signature.Parameters[leaf.Parameter].Name;
            return AbiNames.Escape(_names.Take((!isDerivative ? whole : _companion.IsHessian ? AbiNames.SecondDerivativeOf(whole) : AbiNames.DerivativeOf(whole)) + string.Concat(leaf.Path)));
        }
    }
}
