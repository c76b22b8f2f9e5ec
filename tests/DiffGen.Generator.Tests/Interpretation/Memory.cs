using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Tests.Interpretation;

/// <summary>A view of memory: leaves of elements by position and path, boxed. Views of the same memory share its cells.</summary>
internal sealed class Memory
{
    private readonly Dictionary<(int Position, string Path), object?> _cells;
    private readonly IrType _element;
    private readonly int _offset;

    public Memory(IrType element, params int[] sizes)
        : this(element, new(), 0, sizes)
    {
    }

    private Memory(IrType element, Dictionary<(int, string), object?> cells, int offset, int[] sizes)
    {
        _element = element;
        _cells = cells;
        _offset = offset;
        Sizes = sizes;
    }

    public int[] Sizes { get; }

    public int Count => Sizes.Aggregate(1, (product, size) => product * size);

    public static Memory Of(params double[] values)
    {
        var memory = new Memory(IrType.F64, values.Length);
        for (int i = 0; i < values.Length; i++)
            memory[i, default] = values[i];
        return memory;
    }

    public static Memory OfRows(params Memory[] rows)
    {
        var memory = new Memory(new BufferType(IrType.F64, BufferKind.Array), rows.Length);
        for (int i = 0; i < rows.Length; i++)
            memory[i, default] = rows[i];
        return memory;
    }

    public double[] Doubles => Enumerable.Range(0, Count).Select(i => Convert.ToDouble(this[i, default])).ToArray();

    public object? this[int position, EquatableArray<string> path]
    {
        get => _cells.TryGetValue((_offset + position, string.Join(".", path)), out object? value) ? value : Zero(LeafType(path));
        set => _cells[(_offset + position, string.Join(".", path))] = value;
    }

    public int Position(params int[] indices)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Sizes[i])
                throw new IndexOutOfRangeException();
        }
        return indices.Length == 1 ? indices[0] : indices[0] * Sizes[1] + indices[1];
    }

    public Memory Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start + length > Count)
            throw new ArgumentOutOfRangeException();
        return new Memory(_element, _cells, _offset + start, [length]);
    }

    public void CopyTo(Memory destination)
    {
        if (destination.Count < Count)
            throw new ArgumentException("Destination is too short.");
        var paths = LeafPaths(_element).ToList();
        var values = Enumerable.Range(0, Count).SelectMany(i => paths.Select(path => (i, path, this[i, path]))).ToList();
        foreach (var (i, path, value) in values)
            destination[i, path] = value;
    }

    public void Fill(IReadOnlyList<object> leaves)
    {
        var paths = LeafPaths(_element).ToList();
        for (int i = 0; i < Count; i++)
        {
            for (int leaf = 0; leaf < paths.Count; leaf++)
                this[i, paths[leaf]] = leaves[leaf];
        }
    }

    public static object? Zero(IrType type) => type is ScalarType ? Activator.CreateInstance(PrimitiveEvaluator.ClrType(type)) : null;

    private IrType LeafType(EquatableArray<string> path) =>
        path.Aggregate(_element, (type, step) => ((StructType)type).Fields.First(field => field.Name == step).Type);

    private static IEnumerable<EquatableArray<string>> LeafPaths(IrType type) => type is StructType structure
        ? structure.Fields.SelectMany(field => LeafPaths(field.Type).Select(path => (EquatableArray<string>)[field.Name, .. path]))
        : [default];
}
