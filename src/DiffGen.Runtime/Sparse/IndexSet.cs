using System;
using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>
/// The set of the inputs that a derivative depends on: it stands in the place of the derivative while a sparsity pattern is found, and a
/// sum of derivatives is a union. For generated code.
/// </summary>
/// <remarks>
/// Only the id of a set, so that it fits wherever a number does. The sets themselves belong to the thread, from <see cref="Begin"/> until the value
/// that it returned is disposed.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IndexSet
{
    [ThreadStatic]
    private static IndexSets? s_current;

    private readonly int _id;

    private IndexSet(int id) => _id = id;

    /// <summary>The set without members, as in cleared memory.</summary>
    public static IndexSet Zero => default;

    /// <summary>The union.</summary>
    public static IndexSet operator +(IndexSet left, IndexSet right)
        => left._id == right._id || right._id == IndexSets.Empty ? left : new IndexSet(s_current!.Union(left._id, right._id));

    /// <summary>Begins a search for a pattern on this thread.</summary>
    public static Search Begin()
    {
        IndexSets? outer = s_current;
        s_current = new IndexSets();
        return new Search(s_current, outer);
    }

    /// <summary>The set of one input.</summary>
    public static IndexSet Unit(int input) => new(s_current!.Singleton(input));

    /// <summary>Element <c>i</c> becomes the set of input <paramref name="first"/> + i.</summary>
    public static void Seed(Span<IndexSet> seeds, int first)
    {
        for (int i = 0; i < seeds.Length; i++)
            seeds[i] = Unit(first + i);
    }

    /// <summary>The same for the elements of all rows.</summary>
    public static void Seed(IndexSet[,] seeds, int first) => Seed(Destination.AsSpan(seeds), first);

    /// <summary>The same for the elements of all rows, one row after the other.</summary>
    public static void Seed(IndexSet[]?[] seeds, int first)
    {
        foreach (IndexSet[]? row in seeds)
        {
            Seed(row.AsSpan(), first);
            first += row?.Length ?? 0;
        }
    }

    /// <summary>Elements go to where those of their output begin.</summary>
    public static void Store(ReadOnlySpan<IndexSet> elements, Span<IndexSet> outputs, int first) => elements.CopyTo(outputs[first..]);

    /// <summary>Elements go to where those of their output begin.</summary>
    public static void Store(IndexSet[,]? elements, Span<IndexSet> outputs, int first)
    {
        if (elements is not null)
            Store((ReadOnlySpan<IndexSet>)Destination.AsSpan(elements), outputs, first);
    }

    /// <summary>Elements of all rows go to where those of their output begin.</summary>
    public static void Store(IndexSet[]?[]? elements, Span<IndexSet> outputs, int first)
    {
        foreach (IndexSet[]? row in elements ?? [])
        {
            Store((ReadOnlySpan<IndexSet>)row, outputs, first);
            first += row?.Length ?? 0;
        }
    }

    /// <summary>The id of the set.</summary>
    internal int Id => _id;

    /// <summary>A search for a pattern; disposing it ends the search and forgets the sets.</summary>
    public readonly struct Search : IDisposable
    {
        private readonly IndexSets _sets;
        private readonly IndexSets? _outer;

        internal Search(IndexSets sets, IndexSets? outer)
        {
            _sets = sets;
            _outer = outer;
        }

        /// <summary>The pattern of a Jacobian, from what each output depends on.</summary>
        public SparsityPattern Jacobian(ReadOnlySpan<IndexSet> outputs, int inputs) => Sparsity.OfJacobian(_sets, Ids(outputs), inputs);

        /// <summary>The pattern of a Hessian, from what each component of the gradient depends on.</summary>
        public SparsityPattern Hessian(ReadOnlySpan<IndexSet> gradient) => Sparsity.OfHessian(_sets, Ids(gradient));

        /// <inheritdoc/>
        public void Dispose() => s_current = _outer;

        private static ReadOnlySpan<int> Ids(ReadOnlySpan<IndexSet> sets) => System.Runtime.InteropServices.MemoryMarshal.Cast<IndexSet, int>(sets);
    }
}
