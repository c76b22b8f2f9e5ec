using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Members that generated code needs beside it, made on demand: access to the storage of fields that it cannot name or assign, and functions
/// that put together structs without a usable constructor.
/// </summary>
/// <param name="tag">Keeps the members of several files of one type apart.</param>
/// <param name="home">C# name of the type that they are declared in: its private members and those of the types around it can be named.</param>
internal sealed class FieldAccessors(string tag = "", string home = "")
{
    private readonly SortedDictionary<string, string[]> _members = new(StringComparer.Ordinal);

    /// <summary>The members to declare, in a fixed order, each as its lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Members => [.. _members.Values];

    /// <summary>The field can be read by its name.</summary>
    public bool IsReadable(StructType type, StructField field)
    {
        // Storage without a name in C# is reached by accessors alone.
        if (field.Name.StartsWith("<", StringComparison.Ordinal))
            return false;
        string owner = field.Owner.Length > 0 ? field.Owner : type.CSharpName;
        // Storage without a name in C# is read by accessors alone.
        if (field.Name.StartsWith("<", StringComparison.Ordinal))
            return false;
        return field.Readable || type.IsTuple || home == owner || home.StartsWith(owner + ".", StringComparison.Ordinal);
    }

    /// <summary>A reference to the field of the struct variable or object <paramref name="instance"/>.</summary>
    public string Reference(StructType type, StructField field, string instance)
    {
        string name = $"Field_{Identifier(type.CSharpName)}_{Identifier(field.Storage)}{tag}";
        _members[name] =
        [
            $"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"{field.Storage}\")]",
            field.Owner.Length > 0
                ? $"private static extern ref {AbiTypes.TextOf(field.Type)} {name}({field.Owner} instance);"
                : $"private static extern ref {AbiTypes.TextOf(field.Type)} {name}(ref {type.CSharpName} instance);",
        ];
        if (field.Owner.Length > 0)
            return $"{name}({instance})";
        // The receiver of a readonly member is no variable that could be passed on by reference.
        bool isReceiver = instance == "this" || instance.StartsWith("this.", StringComparison.Ordinal);
        return isReceiver ? $"{name}(ref global::System.Runtime.CompilerServices.Unsafe.AsRef(in {instance}))" : $"{name}(ref {instance})";
    }

    /// <summary>The name of a function over a type, which is declared once.</summary>
    /// <param name="lines">Declares it under the name; may ask for further functions, also for itself.</param>
    public string Function(string purpose, StructType type, Func<string, string[]> lines)
    {
        string name = $"{purpose}_{Identifier(type.CSharpName)}{tag}";
        if (!_members.ContainsKey(name))
        {
            _members[name] = [];
            _members[name] = lines(name);
        }
        return name;
    }

    /// <summary>A value whose fields, in order, are those expressions.</summary>
    public string Construction(StructType type, IReadOnlyList<string> fields)
    {
        string name = "Make_" + Identifier(type.CSharpName) + tag;
        _members[name] =
        [
            $"private static {type.CSharpName} {name}({string.Join(", ", type.Fields.Select((f, i) => $"{AbiTypes.TextOf(f.Type)} field{i}"))})",
            "{",
            type.Fields.Any(field => field.Owner.Length > 0)
                ? $"    {type.CSharpName} instance = ({type.CSharpName})global::System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof({type.CSharpName}));"
                : $"    {type.CSharpName} instance = default;",
            .. type.Fields.Select((f, i) => $"    {(f.Assignable ? $"instance.{f.Name}" : Reference(type, f, "instance"))} = field{i};"),
            "    return instance;",
            "}",
        ];
        return $"{name}({string.Join(", ", fields)})";
    }

    private static string Identifier(string text) => string.Concat(text.Replace("global::", "").Select(c => char.IsLetterOrDigit(c) ? c : '_'));
}
