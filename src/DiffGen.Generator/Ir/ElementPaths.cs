using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>A field of an element, reached through structs alone.</summary>
/// <param name="Carries">No step is marked as having no derivative.</param>
internal readonly record struct ElementPath(EquatableArray<string> Path, IrType Type, bool Carries);

/// <summary>The fields that elements of memory are made of.</summary>
internal static class ElementPaths
{
    /// <summary>Scalars, opaque values and references, depth first; a type that is no struct is its own.</summary>
    public static IEnumerable<ElementPath> Of(IrType element) => Of(element, default, true);

    /// <summary>The references among them.</summary>
    public static IEnumerable<ElementPath> References(IrType element) => Of(element).Where(leaf => leaf.Type is BufferType);

    /// <summary>Whether the field of a buffer's elements has a derivative.</summary>
    public static bool Carries(IrValue buffer, EquatableArray<string> path)
    {
        IrType type = ((BufferType)buffer.Type).Element;
        foreach (string step in path)
        {
            StructField field = ((StructType)type).Fields.First(candidate => candidate.Name == step);
            if (field.NoDerivative)
                return false;
            type = field.Type;
        }
        return true;
    }

    /// <summary>One of the paths leads into the other: writing there changes what is read here.</summary>
    public static bool Meet(EquatableArray<string> a, EquatableArray<string> b)
    {
        for (int i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] != b[i])
                return false;
        }
        return true;
    }

    private static IEnumerable<ElementPath> Of(IrType type, EquatableArray<string> path, bool carries) => type is StructType structure
        ? structure.Fields.SelectMany(field => Of(field.Type, path.Add(field.Name), carries && !field.NoDerivative))
        : [new ElementPath(path, type, carries)];
}
