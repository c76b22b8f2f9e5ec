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

/// <summary>Takes structs and tuples apart into their stored fields.</summary>
internal static class StructShapes
{
    /// <summary>Tuples and structs of this compilation are, and of other assemblies those that hide none of their fields.</summary>
    public static bool IsTakenApart(INamedTypeSymbol type) =>
        type.IsTupleType || OpenStructs.Is(type) || (type.TypeKind == TypeKind.Struct && !type.DeclaringSyntaxReferences.IsEmpty && !HoldsReference(type));

    // A field that is a reference to a variable is no value.
    private static bool HoldsReference(INamedTypeSymbol type) => type.IsRefLikeType && type.GetMembers().OfType<IFieldSymbol>().Any(field => field.RefKind != RefKind.None);

    /// <summary>Why a struct cannot even be handed on as a whole, or null.</summary>
    public static string? WhyNotOpaque(INamedTypeSymbol type)
    {
        if (type.IsRefLikeType)
            return "it is a ref struct that holds a reference, or one of another assembly";
        string space = type.ContainingNamespace?.ToDisplayString() ?? "";
        if (space is "System.Numerics" or "System.Runtime.Intrinsics" || (space == "System" && type.Name == "Half"))
            return "it is not supported in this version";
        bool holdsFloat = type.TypeArguments.Any(IsFloat) || type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && IsFloat(field.Type));
        return holdsFloat ? "its fields are in another assembly" : null;
    }

    public static StructShape? Create(INamedTypeSymbol type, Func<ITypeSymbol, TypeShape?> map, out string reason)
    {
        if (HidesMemory(type))
        {
            reason = "its fields overlap or repeat";
            return null;
        }
        var members = ImmutableArray.CreateBuilder<StructMember>();
        var leaves = ImmutableArray.CreateBuilder<Leaf>();
        var fields = new List<StructField>();
        foreach ((IFieldSymbol field, string suffix) in StoredFields(type))
        {
            if (map(field.Type) is not { } shape)
            {
                reason = $"its field '{field.AssociatedSymbol?.Name ?? field.Name}' has an unsupported type";
                return null;
            }
            IPropertySymbol? property = (field.AssociatedSymbol as IPropertySymbol ?? OpenStructs.Property(field)) is { } declared && IsPlain(declared) ? declared : null;
            string name = property?.Name ?? field.Name;
            members.Add(new StructMember(field, property, name, shape, leaves.Count));
            foreach (Leaf leaf in shape.Leaves)
                leaves.Add(new Leaf([name, .. leaf.Path], leaf.Type, suffix + leaf.Suffix));
            ISymbol read = (ISymbol?)property ?? field;
            fields.Add(new StructField(name, field.Name, shape.Type, type.IsTupleType || IsAccessible(read),
                type.IsTupleType || IsAssignable(field, property), IsInactive(read))
            {
                Owner = type.IsReferenceType ? CSharpText.Type(type) : "",
            });
        }
        reason = "";
        var structType = new StructType(CSharpText.Type(type), type.IsTupleType, fields.ToEquatableArray(), Construction(type, members)) { IsSequential = IsSequential(type) };
        return new StructShape(type, structType, members.ToImmutable(), leaves.ToImmutable());
    }

    /// <summary>A record class that is made of values only, or null.</summary>
    public static StructShape? CreateRecord(INamedTypeSymbol type, Func<ITypeSymbol, TypeShape?> map)
    {
        if (type.IsAbstract || type.BaseType is not { SpecialType: SpecialType.System_Object } || StoredFields(type).Any(field => Holds(field.Field.Type, type)))
            return null;
        return Create(type, map, out _) is { } shape && !ElementPaths.References(shape.Type).Any() ? shape : null;
    }

    private static bool Holds(ITypeSymbol field, INamedTypeSymbol type) => field switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: true } record => SymbolEqualityComparer.Default.Equals(record, type)
            || StoredFields(record).Any(inner => !SymbolEqualityComparer.Default.Equals(inner.Field.Type, record) && Holds(inner.Field.Type, type)),
        _ => false,
    };

    // What the compiler gives a struct without a word on its layout. Fields in several parts have no order.
    private static bool IsSequential(INamedTypeSymbol type) => type is { IsTupleType: false, TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.Length: 1 }
        && type.GetAttributes().All(attribute => attribute.AttributeClass?.Name != "StructLayoutAttribute");

    // Explicit layouts and inline arrays: the fields are not what the struct consists of.
    private static bool HidesMemory(INamedTypeSymbol type) => !type.IsTupleType && type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name switch
    {
        "InlineArrayAttribute" => true,
        "StructLayoutAttribute" => attribute.ConstructorArguments is [{ Value: (int)System.Runtime.InteropServices.LayoutKind.Explicit }],
        _ => false,
    });

    // A property with a body of its own around "field" is read and written through that body only.
    public static bool IsPlain(IPropertySymbol property) => property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
    {
        PropertyDeclarationSyntax declaration => declaration.ExpressionBody is null
            && (declaration.AccessorList is null || declaration.AccessorList.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null)),
        _ => true,
    });

    private static IEnumerable<(IFieldSymbol Field, string Suffix)> StoredFields(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
            return type.TupleElements.Select(element => (element.CorrespondingTupleField ?? element, Capitalised(element.Name)));
        return type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic)
            .Select(field => (field, Capitalised((field.AssociatedSymbol ?? OpenStructs.Property(field) ?? (ISymbol)field).Name)));
    }

    private static StructConstruction Construction(INamedTypeSymbol type, ImmutableArray<StructMember>.Builder members)
    {
        if (type.IsTupleType)
            return StructConstruction.Tuple;
        if (type.InstanceConstructors.Any(constructor => IsAccessible(constructor) && StoresItsArguments(constructor, members)))
            return StructConstruction.Positional;
        return members.All(member => IsAccessible((ISymbol?)member.Property ?? member.Field) && IsInitialisable(member))
            ? StructConstruction.Initializer
            : StructConstruction.Accessor;
    }

    private static bool StoresItsArguments(IMethodSymbol constructor, ImmutableArray<StructMember>.Builder members)
    {
        if (members.Count == 0 || constructor.Parameters.Length != members.Count || constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax)
            return false;
        for (int i = 0; i < members.Count; i++)
        {
            IParameterSymbol parameter = constructor.Parameters[i];
            if (!SymbolEqualityComparer.Default.Equals(parameter.Type, members[i].Field.Type) || !Stores(syntax, members[i], parameter))
                return false;
        }
        return true;
    }

    private static bool Stores(SyntaxNode syntax, StructMember member, IParameterSymbol parameter)
    {
        switch (syntax)
        {
            case RecordDeclarationSyntax { ParameterList: not null }:
                // A positional record's property may be declared again by hand, with an initialiser of its own.
                return member.Property is { } positional && positional.Name == parameter.Name
                    && positional.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax);
            case TypeDeclarationSyntax { ParameterList: not null }:
                return Initializer(member) is IdentifierNameSyntax { Identifier.ValueText: var initial } && initial == parameter.Name;
            case ConstructorDeclarationSyntax { Initializer: null } constructor:
                return Assignments(constructor) is { } assignments && assignments.Count == ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Length
                    && assignments.Any(pair => pair.Target == member.Name && pair.Source == parameter.Name);
            default:
                return false;
        }
    }

    private static ExpressionSyntax? Initializer(StructMember member) =>
        ((ISymbol?)member.Property ?? member.Field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            _ => null,
        };

    /// <summary>The assignments that a constructor consists of, or null if there is anything else in it.</summary>
    private static List<(string Target, string Source)>? Assignments(ConstructorDeclarationSyntax constructor)
    {
        var pairs = new List<(string, string)>();
        IEnumerable<ExpressionSyntax?> expressions = constructor.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : constructor.Body?.Statements.Select(statement => (statement as ExpressionStatementSyntax)?.Expression) ?? [];
        foreach (ExpressionSyntax? expression in expressions)
        {
            if (expression is not AssignmentExpressionSyntax assignment || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                return null;
            if (assignment is { Left: TupleExpressionSyntax left, Right: TupleExpressionSyntax right } && left.Arguments.Count == right.Arguments.Count)
            {
                for (int i = 0; i < left.Arguments.Count; i++)
                    pairs.Add((Target(left.Arguments[i].Expression), (right.Arguments[i].Expression as IdentifierNameSyntax)?.Identifier.ValueText ?? ""));
            }
            else
            {
                pairs.Add((Target(assignment.Left), (assignment.Right as IdentifierNameSyntax)?.Identifier.ValueText ?? ""));
            }
        }
        return pairs;
    }

    private static string Target(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsInitialisable(StructMember member) =>
        member.Property is { } property ? property.SetMethod is { } setter && IsAccessible(setter) : !member.Field.IsReadOnly;

    private static bool IsAssignable(IFieldSymbol field, IPropertySymbol? property) =>
        property is null ? !field.IsReadOnly && IsAccessible(field) : false;

    public static bool IsInactive(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NoDerivativeAttribute");

    public static bool IsAccessible(ISymbol member) => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsFloat(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static string Capitalised(string name)
    {
        string trimmed = name.TrimStart('_');
        return trimmed.Length == 0 ? name : char.ToUpperInvariant(trimmed[0]) + trimmed.Substring(1);
    }
}
