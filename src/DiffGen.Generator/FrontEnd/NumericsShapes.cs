using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.FrontEnd.Formulas;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>The vectors, matrices, quaternions and planes of <c>System.Numerics</c>: structs of another assembly, taken apart by the names of their fields.</summary>
internal static class NumericsShapes
{
    /// <summary>The type is one of those.</summary>
    public static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 0 } && NumericsTable.Types.Contains(type.Name) && IsInNumerics(type);

    /// <summary>The type, or the static class <c>Vector</c> with its extension methods.</summary>
    public static bool IsHost(ITypeSymbol? type) => Is(type) || (type is INamedTypeSymbol { Arity: 0, Name: "Vector" } && IsInNumerics(type));

    private static bool IsInNumerics(ITypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty && type.ContainingNamespace is { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static StructShape? Create(INamedTypeSymbol type, Func<ITypeSymbol, TypeShape?> map)
    {
        var members = ImmutableArray.CreateBuilder<StructMember>();
        var leaves = ImmutableArray.CreateBuilder<Leaf>();
        var fields = new List<StructField>();
        foreach (string name in NumericsTable.Fields(type.Name))
        {
            if (type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is not { } field || map(field.Type) is not { } shape)
                return null;
            members.Add(new StructMember(field, null, name, shape, leaves.Count));
            foreach (Leaf leaf in shape.Leaves)
                leaves.Add(new Leaf([name, .. leaf.Path], leaf.Type, name + leaf.Suffix));
            fields.Add(new StructField(name, name, shape.Type, Readable: true, Assignable: true, NoDerivative: false));
        }
        var structType = new StructType(CSharpText.Type(type), IsTuple: false, fields.ToEquatableArray(), StructConstruction.Positional) { IsSequential = true };
        return new StructShape(type, structType, members.ToImmutable(), leaves.ToImmutable());
    }
}
