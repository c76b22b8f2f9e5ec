using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// How the derivatives of a buffer's elements lie in a buffer of lanes: one vector for each leaf of an element that carries a
/// derivative, in declared order.
/// </summary>
/// <param name="Paths">The leaves; a number is its own single leaf.</param>
/// <param name="Kind">Single precision only where all leaves are: the conversion to double and back is exact.</param>
internal sealed record LaneLayout(EquatableArray<EquatableArray<string>> Paths, ScalarKind Kind)
{
    /// <summary>Vectors per element.</summary>
    public int Count => Paths.Length;

    /// <param name="element">The type of an element, no buffer.</param>
    public static LaneLayout Of(IrType element)
    {
        var leaves = Leaves(element).ToList();
        bool isSingle = leaves.Count > 0 && leaves.All(leaf => leaf.Type == IrType.F32);
        return new(leaves.Select(leaf => leaf.Path).ToEquatableArray(), isSingle ? ScalarKind.F32 : ScalarKind.F64);
    }

    /// <summary>Place of a leaf's vector within those of its element; −1 for a leaf without a derivative.</summary>
    public int PositionOf(EquatableArray<string> path)
    {
        for (int i = 0; i < Paths.Length; i++)
        {
            if (Paths[i].Equals(path))
                return i;
        }
        return -1;
    }

    /// <summary>The element of a buffer, through all rows of a jagged array.</summary>
    public static IrType InnermostElement(IrType type)
    {
        while (type is BufferType buffer)
            type = buffer.Element;
        return type;
    }

    private static IEnumerable<(EquatableArray<string> Path, IrType Type)> Leaves(IrType type)
    {
        if (type is not StructType structure)
            return type.IsFloat ? [(default, type)] : [];
        return structure.Fields.Where(field => !field.NoDerivative).SelectMany(field => Leaves(field.Type).Select(leaf => (Prepend(field.Name, leaf.Path), leaf.Type)));
    }

    private static EquatableArray<string> Prepend(string name, EquatableArray<string> path) => [name, .. path];
}
