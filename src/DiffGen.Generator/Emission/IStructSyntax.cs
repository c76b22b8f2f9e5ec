using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>C# text that takes structs and tuples apart and puts them together.</summary>
internal interface IStructSyntax
{
    /// <summary>Reads a leaf of the variable <paramref name="receiver"/>; the path may be empty.</summary>
    string Read(string receiver, IrType type, EquatableArray<string> path);

    /// <summary>Something that can be assigned for a leaf of the variable <paramref name="instance"/>.</summary>
    string Target(string instance, IrType type, EquatableArray<string> path);

    /// <summary>An expression for a value with the given leaves, in the order of the fields.</summary>
    string Construct(IrType type, IReadOnlyList<string> leaves);
}
