using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Describes classes of this compilation by their stored members, those of base classes included.</summary>
internal sealed class ClassShapes(KnownSymbols known)
{
    /// <summary>Whether objects of the class hold numbers that a derivative can be taken by; all others are handed on as they are.</summary>
    public bool LeadsToNumbers(ITypeSymbol type) => type is INamedTypeSymbol named && DynamicDispatch.IsOpen(named, known) || IsOfSource(type) && LeadsToNumbers(type, new(SymbolEqualityComparer.Default));

    public ObjectShape? Create(INamedTypeSymbol type, Func<ITypeSymbol, TypeShape?> map, out string reason)
    {
        var members = ImmutableArray.CreateBuilder<StructMember>();
        var fields = new List<StructField>();
        foreach (IFieldSymbol field in StoredFields(type))
        {
            IPropertySymbol? property = field.AssociatedSymbol is IPropertySymbol declared && StructShapes.IsPlain(declared) ? declared : null;
            ISymbol read = (ISymbol?)property ?? field;
            bool isActive = IsActive(field, read);
            if (isActive && Reaches(field.Type, type, new(SymbolEqualityComparer.Default)))
            {
                reason = $"its member '{read.Name}' can lead back to an object of the class itself";
                return null;
            }
            TypeShape? mapped = isActive || !Reaches(field.Type, type, new(SymbolEqualityComparer.Default)) ? map(field.Type) : null;
            if (mapped is null && isActive && LeadsToNumbers(field.Type, new(SymbolEqualityComparer.Default)))
            {
                reason = $"its member '{read.Name}' has an unsupported type";
                return null;
            }
            if (mapped is StructShape && field.Type.IsReferenceType)
            {
                reason = $"its member '{read.Name}' is a record class";
                return null;
            }
            TypeShape shape = mapped ?? new TypeShape(field.Type, new OpaqueType(CSharpText.Type(field.Type)));
            bool carries = isActive && SignatureBuilder.Carries(shape.Type);
            if (carries && IsReadOnly(field, property) && ElementPaths.Of(shape.Type).Any(leaf => leaf.Carries && leaf.Type.IsFloat))
            {
                reason = $"its member '{read.Name}' cannot be written, so that no object can hold its derivative: make it writable, or mark it [NoDerivative]";
                return null;
            }
            if (members.Any(member => member.Name == read.Name))
            {
                reason = $"its member '{read.Name}' hides another one";
                return null;
            }
            members.Add(new StructMember(field, property, read.Name, shape, 0));
            fields.Add(new StructField(read.Name, field.Name, shape.Type, StructShapes.IsAccessible(read), IsAssignable(field, property), !carries)
            {
                Owner = CSharpText.Type(field.ContainingType),
            });
        }
        reason = "";
        return new ObjectShape(type, new StructType(CSharpText.Type(type), false, fields.ToEquatableArray(), Construction(type))
        {
            IsOpen = DynamicDispatch.IsOpen(type, known),
        }, members.ToImmutable());
    }

    private static StructConstruction Construction(INamedTypeSymbol type)
    {
        if (type.IsAbstract)
            return StructConstruction.None;
        if (type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
            return StructConstruction.Accessor;
        return type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && StructShapes.IsAccessible(constructor))
            ? StructConstruction.Initializer
            : StructConstruction.None;
    }

    private static bool IsOfSource(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } && !type.DeclaringSyntaxReferences.IsEmpty;

    private static IEnumerable<IFieldSymbol> StoredFields(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null && !current.DeclaringSyntaxReferences.IsEmpty; current = current.BaseType)
            chain.Push(current);
        return chain.SelectMany(current => current.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst));
    }

    // Private members can be used by the class alone: they count where it has marked members that can.
    private bool IsActive(IFieldSymbol field, ISymbol read) =>
        !known.IsNoDerivative(read) && !known.IsNoDerivative(field) && (field.AssociatedSymbol is null || !known.IsNoDerivative(field.AssociatedSymbol))
        && (StructShapes.IsAccessible(read) || HasMarkedMembers(field.ContainingType));

    private bool HasMarkedMembers(INamedTypeSymbol type) => type.GetMembers().Any(member => member is IMethodSymbol method && known.IsMarkedMethod(method));

    private static bool IsReadOnly(IFieldSymbol field, IPropertySymbol? property) => property is null ? field.IsReadOnly : property.SetMethod is null;

    private static bool IsAssignable(IFieldSymbol field, IPropertySymbol? property) => property is null
        ? !field.IsReadOnly && StructShapes.IsAccessible(field)
        : property.SetMethod is { IsInitOnly: false } setter && StructShapes.IsAccessible(setter);

    private bool LeadsToNumbers(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        switch (type)
        {
            case { SpecialType: SpecialType.System_Double or SpecialType.System_Single }:
                return true;
            case INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class } open when DynamicDispatch.IsOpen(open, known):
                return true;
            case IArrayTypeSymbol array:
                return LeadsToNumbers(array.ElementType, seen);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return tuple.TupleElements.Any(element => LeadsToNumbers(element.Type, seen));
            case INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class } named when !named.DeclaringSyntaxReferences.IsEmpty && seen.Add(named):
                return StoredFields(named).Any(field => IsActive(field, field.AssociatedSymbol ?? field) && LeadsToNumbers(field.Type, seen));
            default:
                return false;
        }
    }

    // Through members of any kind: an object that holds one of its own class cannot be described by what it is made of.
    private static bool Reaches(ITypeSymbol from, INamedTypeSymbol target, HashSet<ITypeSymbol> seen) => from switch
    {
        IArrayTypeSymbol array => Reaches(array.ElementType, target, seen),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => Reaches(element.Type, target, seen)),
        INamedTypeSymbol named when SymbolEqualityComparer.Default.Equals(named, target) => true,
        INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class } named when !named.DeclaringSyntaxReferences.IsEmpty && seen.Add(named) =>
            StoredFields(named).Any(field => Reaches(field.Type, target, seen)),
        _ => false,
    };
}
