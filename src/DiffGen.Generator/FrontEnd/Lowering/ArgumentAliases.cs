using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// Arguments passed by reference that may be the same variable. The IR hands values in and takes results out, which is what C# does only
/// where variables differ: what is the same for certain is rejected, and where indices decide, the code checks them.
/// </summary>
internal static class ArgumentAliases
{
    /// <summary>An argument that refers to memory.</summary>
    /// <param name="Place">What is passed by reference; null for a buffer.</param>
    /// <param name="Buffer">A buffer that is passed; null for a place.</param>
    /// <param name="IsWritten">The callee may assign the place.</param>
    public readonly record struct Reference(Place? Place, IrValue? Buffer, bool IsWritten, IOperation Source);

    public static void Check(LoweringContext context, IOperation call, IReadOnlyList<Reference> references)
    {
        for (int i = 0; i < references.Count; i++)
        {
            for (int j = i + 1; j < references.Count; j++)
            {
                if (references[i].IsWritten || references[j].IsWritten)
                    Check(context, call, references[i], references[j]);
            }
        }
    }

    private static void Check(LoweringContext context, IOperation call, Reference first, Reference second)
    {
        if (first.Buffer is not null)
            (first, second) = (second, first);
        switch (first.Place, second.Place)
        {
            case (SlotPlace a, SlotPlace b) when Overlap(a, b):
            case (ElementPlace element, null) when Origins(context, element.Buffer).Any(origin => origin.Id == second.Buffer!.Id):
                context.Report(DiagnosticIds.SameVariableTwice, call, first.Source.Syntax.ToString(), second.Source.Syntax.ToString());
                break;
            case (ElementPlace a, ElementPlace b) when Meet(a.Path, b.Path):
                Check(context, call, a, b, first.Source, second.Source);
                break;
        }
    }

    private static bool Overlap(SlotPlace a, SlotPlace b) =>
        a.FirstSlot < b.FirstSlot + b.Shape.Leaves.Length && b.FirstSlot < a.FirstSlot + a.Shape.Leaves.Length;

    // One field holds the other, or they are the same.
    private static bool Meet(EquatableArray<string> a, EquatableArray<string> b) => !a.Zip(b, (x, y) => x != y).Any(differs => differs);

    private static void Check(LoweringContext context, IOperation call, ElementPlace a, ElementPlace b, IOperation first, IOperation second)
    {
        List<(IrValue, IrValue)>? pairs = IndexPairs(context, a, b);
        if (pairs is null)
            return;
        pairs.RemoveAll(pair => pair.Item1.Id == pair.Item2.Id || Constant(context, pair.Item1) is { } x && x.Equals(Constant(context, pair.Item2)));
        if (pairs.Count == 0)
        {
            context.Report(DiagnosticIds.SameVariableTwice, call, first.Syntax.ToString(), second.Syntax.ToString());
            return;
        }
        if (pairs.Any(pair => Constant(context, pair.Item1) is not null && Constant(context, pair.Item2) is not null))
            return;
        Guard(context, call, pairs, $"'{first.Syntax}' and '{second.Syntax}' are the same variable, but one of them is assigned: pass variables that differ.");
    }

    private static void Guard(LoweringContext context, IOperation call, List<(IrValue, IrValue)> pairs, string message)
    {
        IrValue same = pairs.Select(pair => context.Apply(call, "eq", IrType.Bool, "", pair.Item1, pair.Item2)).ToList()
            .Aggregate((x, y) => context.Apply(call, "and", IrType.Bool, "", x, y));
        Branch clash = context.Fork(() =>
        {
            string text = SymbolDisplay.FormatLiteral(message, quote: true).Replace("{", "\\u007b").Replace("}", "\\u007d");
            context.End = new Throw($"new global::System.ArgumentException({text})", default, context.Builder.Line, context.Ordinals.Add(call.Syntax));
            return [];
        });
        context.Join(call, same, clash, context.Fork(() => []), [], "", isExpression: false);
    }

    /// <summary>Pairs of indices that are all equal where the elements are the same; null where the memory differs, as far as can be seen.</summary>
    private static List<(IrValue, IrValue)>? IndexPairs(LoweringContext context, ElementPlace a, ElementPlace b)
    {
        List<(IrValue, IrValue)> pairs = [.. a.Indices.Zip(b.Indices, (x, y) => (x, y))];
        if (a.Buffer.Id == b.Buffer.Id)
            return pairs;
        if (Row(context, a.Buffer) is { } row && Row(context, b.Buffer) is { } other && row.Buffer.Id == other.Buffer.Id)
            return [.. row.Indices.Zip(other.Indices, (x, y) => (x, y)), .. pairs];
        return null;
    }

    // The buffer itself, and the jagged array that it is a row of.
    private static IEnumerable<IrValue> Origins(LoweringContext context, IrValue buffer) =>
        Row(context, buffer) is { } row ? [buffer, row.Buffer] : [buffer];

    private static LoadOp? Row(LoweringContext context, IrValue buffer) => context.Builder.TakeOps().OfType<LoadOp>().FirstOrDefault(load => load.Result.Id == buffer.Id);

    private static Constant? Constant(LoweringContext context, IrValue value) =>
        context.Builder.TakeOps().OfType<ConstantOp>().FirstOrDefault(op => op.Result.Id == value.Id)?.Value;
}
