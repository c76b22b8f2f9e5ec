using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Jam;

/// <summary>Whether what the inner loops read may be read before earlier iterations have written: what must be found apart when the loop starts.</summary>
/// <param name="Apart">Pairs of what is read and what is written that may be the same memory.</param>
internal sealed record JamSafety(EquatableArray<JamSafety.Pair> Apart)
{
    private const int MostPairs = 2;

    internal sealed record Pair(IrValue Read, IrValue Written);

    /// <summary>Null where iterations may depend on each other and no test in front of the loop could tell.</summary>
    public static JamSafety? Of(MethodFacts facts, SumLoop loop)
    {
        var reads = loop.Before.Concat(loop.Sums.Body.Ops).OfType<LoadOp>().Select(op => op.Buffer).Distinct().ToList();
        var writes = loop.After.SelectMany(op => OpShape.AllOps(new Region(default, [op], new Yield(default)))).SelectMany(facts.Effects.Written).Distinct().ToList();
        var pairs = new List<Pair>();
        foreach (var read in reads)
        {
            foreach (var written in writes.Where(written => facts.Aliases.ClassOf(written) == facts.Aliases.ClassOf(read)))
            {
                if (read.Equals(written) && IsOwn(read))
                    continue;
                // What is read and written by one name overlaps itself whenever there is any of it.
                if (read.Equals(written) || !IsComparable(read) || !IsComparable(written) || ElementOf(read) != ElementOf(written))
                    return null;
                pairs.Add(new(read, written));
            }
        }
        return pairs.Count <= MostPairs ? new([.. pairs]) : null;

        // Each iteration reads and writes an element of its own.
        bool IsOwn(IrValue buffer) =>
            loop.Before.Concat(loop.Sums.Body.Ops).All(op => op is not LoadOp load || !load.Buffer.Equals(buffer) || IsOwnPlace(load.Indices))
            && loop.After.SelectMany(op => OpShape.AllOps(new Region(default, [op], new Yield(default)))).All(op => !facts.Effects.Written(op).Contains(buffer) || op switch
            {
                StoreOp o => IsOwnPlace(o.Indices),
                AccumulateOp o => IsOwnPlace(o.Indices),
                _ => false,
            });

        bool IsOwnPlace(EquatableArray<IrValue> indices) => indices.Length == 1 && indices[0].Equals(loop.Loop.Induction);

        bool IsComparable(IrValue buffer) => ElementOf(buffer) is not null && !facts.DefinitionOf(buffer).Node.IsWithin(facts.NodeOf(loop.Loop.Body));
    }

    /// <summary>The type of a buffer's numbers in C#; null for what is not compared.</summary>
    public static string? ElementOf(IrValue buffer) => buffer.Type is BufferType { Rank: 1, Kind: BufferKind.Span or BufferKind.ReadOnlySpan or BufferKind.Array, Element: ScalarType element }
        ? element.Kind switch { ScalarKind.F64 => "double", ScalarKind.F32 => "float", _ => null } : null;
}
