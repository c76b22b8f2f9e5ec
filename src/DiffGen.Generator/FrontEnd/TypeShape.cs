using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>One value that a variable of some type is made of.</summary>
/// <param name="Path">The fields that lead to it; empty for a variable that is not taken apart.</param>
/// <param name="Suffix">Appended to the variable's name: <c>X</c> for <c>p.X</c>.</param>
internal sealed record Leaf(EquatableArray<string> Path, IrType Type, string Suffix);

/// <summary>How values of a C# type are represented: as one value, or taken apart into leaves.</summary>
internal class TypeShape
{
    public TypeShape(ITypeSymbol symbol, IrType type, ImmutableArray<Leaf> leaves)
    {
        Symbol = symbol;
        Type = type;
        Leaves = leaves;
    }

    public TypeShape(ITypeSymbol symbol, IrType type)
        : this(symbol, type, [new Leaf(default, type, "")])
    {
    }

    public ITypeSymbol Symbol { get; }

    public IrType Type { get; }

    public ImmutableArray<Leaf> Leaves { get; }

    public bool IsSingle => this is not StructShape;

    /// <summary>An array or span.</summary>
    public BufferType? Buffer => Type is BufferType { IsObject: false } buffer ? buffer : null;

    /// <summary>The stored member that a field or auto-property stands for, or null (a computed property, or a type that has none).</summary>
    public virtual StructMember? Find(ISymbol member) => null;
}

/// <summary>A struct or tuple that is taken apart.</summary>
internal sealed class StructShape : TypeShape
{
    private readonly StoredMembers _stored;

    public StructShape(INamedTypeSymbol symbol, StructType type, ImmutableArray<StructMember> members, ImmutableArray<Leaf> leaves)
        : base(symbol, type, leaves)
    {
        _stored = new(members);
    }

    public ImmutableArray<StructMember> Members => _stored.Members;

    public override StructMember? Find(ISymbol member) => _stored.Find(member);
}

/// <summary>A class whose objects are memory with stored members.</summary>
internal sealed class ObjectShape : TypeShape
{
    private readonly StoredMembers _stored;

    public ObjectShape(INamedTypeSymbol symbol, StructType type, ImmutableArray<StructMember> members)
        : base(symbol, new BufferType(type, BufferKind.Object)) => _stored = new(members);

    public ImmutableArray<StructMember> Members => _stored.Members;

    public override StructMember? Find(ISymbol member) => _stored.Find(member);
}

/// <summary>The stored members of a type, by symbol.</summary>
internal sealed class StoredMembers
{
    private readonly Dictionary<ISymbol, int> _indexOf = new(SymbolEqualityComparer.Default);

    public StoredMembers(ImmutableArray<StructMember> members)
    {
        Members = members;
        for (int i = 0; i < members.Length; i++)
        {
            // Code in a generic struct names the members of the definition.
            _indexOf[members[i].Field.OriginalDefinition] = i;
            if (members[i].Property is { } property)
                _indexOf[property.OriginalDefinition] = i;
        }
    }

    public ImmutableArray<StructMember> Members { get; }

    public StructMember? Find(ISymbol member)
    {
        if (member is IFieldSymbol { CorrespondingTupleField: { } tupleField })
            member = tupleField;
        if (member.ContainingType is { IsTupleType: true })
            return Members.FirstOrDefault(element => element.Field.Name == member.Name);
        return _indexOf.TryGetValue(member.OriginalDefinition, out int index) ? Members[index] : null;
    }
}

/// <summary>A stored field of a struct.</summary>
/// <param name="Property">The auto-property whose storage this is, or null.</param>
/// <param name="Name">What C# code reads.</param>
/// <param name="FirstLeaf">Index of its first leaf among the leaves of the struct.</param>
internal sealed record StructMember(IFieldSymbol Field, IPropertySymbol? Property, string Name, TypeShape Shape, int FirstLeaf);
