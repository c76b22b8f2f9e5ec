using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Puts structs and tuples together from their leaves, takes them apart, and reaches single fields of them.</summary>
internal sealed class StructPrinter(FieldAccessors accessors) : IStructSyntax
{
    /// <summary>The scalar (or opaque or buffer) fields of a type, depth first; a type that is no struct is its own leaf.</summary>
    public static IEnumerable<EquatableArray<string>> Leaves(IrType type)
    {
        if (type is not StructType record)
            return [default];
        return record.Fields.SelectMany(f => Leaves(f.Type).Select(path => new EquatableArray<string>([f.Name, .. path])));
    }

    /// <inheritdoc/>
    public string Read(string receiver, IrType type, EquatableArray<string> path)
    {
        foreach (string name in path)
        {
            var record = (StructType)type;
            StructField field = Field(record, name);
            receiver = accessors.IsReadable(record, field) ? $"{receiver}.{field.Name}" : accessors.Reference(record, field, receiver);
            type = field.Type;
        }
        return receiver;
    }

    /// <inheritdoc/>
    public string Target(string instance, IrType type, EquatableArray<string> path)
    {
        for (int i = 0; i < path.Length; i++)
        {
            var record = (StructType)type;
            StructField field = Field(record, path[i]);
            // A property can be assigned as a whole, but is no variable to reach into.
            bool isVariable = record.IsTuple || (field.Assignable && field.Storage == field.Name);
            bool byName = isVariable || (i == path.Length - 1 && field.Assignable);
            instance = byName ? $"{instance}.{field.Name}" : accessors.Reference(record, field, instance);
            type = field.Type;
        }
        return instance;
    }

    /// <inheritdoc/>
    public string Construct(IrType type, IReadOnlyList<string> leaves)
    {
        int next = 0;
        return Construct(type, leaves, ref next);
    }

    private string Construct(IrType type, IReadOnlyList<string> leaves, ref int next)
    {
        if (type is not StructType record)
            return leaves[next++];
        var parts = new List<string>();
        foreach (StructField field in record.Fields)
            parts.Add(Construct(field.Type, leaves, ref next));
        return record.Construction switch
        {
            // A tuple of one element has no literal.
            StructConstruction.Tuple when parts.Count > 1 => $"({string.Join(", ", parts)})",
            StructConstruction.Tuple => $"new {record.CSharpName}({string.Join(", ", parts)})",
            StructConstruction.Positional => $"new {record.CSharpName}({string.Join(", ", parts)})",
            StructConstruction.Initializer => $"new {record.CSharpName} {{ {string.Join(", ", record.Fields.Select((f, i) => $"{f.Name} = {parts[i]}"))} }}",
            _ => accessors.Construction(record, parts),
        };
    }

    private static StructField Field(StructType type, string name) => type.Fields.First(f => f.Name == name);
}
