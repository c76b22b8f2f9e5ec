using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// FTaylor: inputs go in as power series of order one, and the value's series comes out.
internal sealed partial class EntryPrinter
{
    /// <param name="nameOf">The method that holds the core.</param>
    public void PrintTaylor(Companion companion, LaneCore core, Func<CoreFunction, string> nameOf)
    {
        Open(companion, ["Forward mode with truncated power series; the time grows with the square of the order."], nullsOnly: false);
        EntryNames names = Names(companion);
        EntryArguments primal = EntryArguments.BindPrimal(_signature, _request, companion, _structs, names);
        EntryArguments directions = EntryArguments.BindDirections(_signature, _request, companion, _structs, names);
        foreach (string line in primal.Prologue.Concat(directions.Prologue))
            _writer.Line(line);
        string coefficients = AbiNames.Escape(companion.Parameters[companion.Parameters.Length - 1].Name), order = names.Take("order"), tape = names.Take(CoreMethod.TapeName);
        _writer.Line($"int {order} = global::DiffGen.CompilerServices.Check.Order({coefficients}.Length, nameof({coefficients}));");
        _writer.Line($"{CoreMethod.TapeType} {tape} = {CoreMethod.TapeType}.Rent();");
        _writer.Line("try");
        _writer.Open();
        AbiLeaf[] active = [.. AbiLeaves.OfParameters(_signature).Where(leaf => AbiLeaves.IsActive(leaf, _request))];
        var arguments = primal.Expressions.ToList();
        arguments.AddRange(active.Select((leaf, i) => leaf.IsBuffer
            ? SeriesOf(leaf, directions.Expressions[i], order, tape, names)
            : $"{AbiTypes.TextOf(LaneType.SeriesOf(((ScalarType)leaf.Type).Kind))}.Along(0, {directions.Expressions[i]}, {order})"));
        if (core.Function.UsesTape)
            arguments.Add(tape);
        CallForSeries(companion, $"{nameOf(core.Function)}({string.Join(", ", arguments)})", coefficients, names);
        _writer.Close();
        _writer.Line("finally");
        _writer.Open();
        _writer.Line($"{tape}.Return();");
        _writer.Close();
        _writer.Close();
    }

    private void CallForSeries(Companion companion, string call, string coefficients, EntryNames names)
    {
        AbiLeaf[] results = [.. AbiLeaves.OfResults(_signature)];
        string[] values = [.. results.Select(leaf => AbiNames.Escape(names.Take(leaf.Parameter == AbiLeaf.Return ? "value" : _signature.Parameters[leaf.Parameter].Name + string.Concat(leaf.Path))))];
        string series = names.Take("series");
        _writer.Line($"var ({string.Join(", ", values)}, {series}) = {call};");
        _writer.Line($"{series}.At({values[0]}).CopyTo({coefficients});");
        var assigned = results.Select((leaf, i) => (leaf, i)).Where(pair => pair.leaf.Parameter != AbiLeaf.Return).ToDictionary(pair => pair.leaf, pair => values[pair.i]);
        foreach (string assignment in EntryResults.AssignParameters(_signature, _request, companion, _structs, assigned))
            _writer.Line(assignment);
    }

    // One series per number; those of an element's fields lie side by side.
    private string SeriesOf(AbiLeaf leaf, string direction, string order, string tape, EntryNames names)
    {
        var buffer = (BufferType)leaf.Type;
        IrType element = LaneLayout.InnermostElement(buffer);
        LaneLayout layout = LaneLayout.Of(element);
        string type = AbiTypes.TextOf(LaneType.SeriesOf(layout.Kind)), primal = AbiNames.Escape(_signature.Parameters[leaf.Parameter].Name);
        string series = AbiNames.Escape(names.Take(_signature.Parameters[leaf.Parameter].Name + "Series"));
        string factor = layout.Count == 1 ? "" : layout.Count.ToString(CultureInfo.InvariantCulture) + " * ";
        string i = names.Take("i"), j = names.Take("j");
        if (buffer.Element is BufferType)
        {
            _writer.Line($"{type}[][] {series} = new {type}[{primal}.Length][];");
            Loop(i, $"{primal}.Length", () =>
            {
                string length = names.Take("length");
                _writer.Line($"int {length} = {primal}[{i}]?.Length ?? 0;");
                _writer.Line($"{series}[{i}] = new {type}[{factor}{length}];");
                Loop(j, length, () => Along($"{series}[{i}][{{0}}]", j, $"{direction}[{i}][{j}]"));
            });
        }
        else if (buffer.Rank == 2)
        {
            _writer.Line($"{type}[,] {series} = new {type}[{primal}.GetLength(0), {factor}{primal}.GetLength(1)];");
            Loop(i, $"{primal}.GetLength(0)", () => Loop(j, $"{primal}.GetLength(1)", () => Along($"{series}[{i}, {{0}}]", j, $"{direction}[{i}, {j}]")));
        }
        else
        {
            _writer.Line($"global::System.Span<{type}> {series} = {tape}.Scratch<{type}>({factor}{primal}.Length);");
            Loop(i, $"{primal}.Length", () => Along(series + "[{0}]", i, $"{direction}[{i}]"));
        }
        return series;

        void Along(string place, string index, string at)
        {
            for (int position = 0; position < layout.Count; position++)
            {
                string target = string.Format(CultureInfo.InvariantCulture, place, position == 0 ? factor + index : $"{factor}{index} + {position}");
                _writer.Line($"{target} = {type}.Along(0, {_structs.Read(at, element, layout.Paths[position])}, {order});");
            }
        }
    }

    private void Loop(string index, string count, Action body)
    {
        _writer.Line($"for (int {index} = 0; {index} < {count}; {index}++)");
        _writer.Open();
        body();
        _writer.Close();
    }
}
