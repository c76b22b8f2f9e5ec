using System;
using System.Collections.Generic;
using DiffGen.Generator.FrontEnd.Generics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Type parameters, and what calls through them lead to.</summary>
internal sealed partial class LoweringContext
{
    private readonly SortedDictionary<string, IMethodSymbol> _instances = new(StringComparer.Ordinal);
    private TypeSubstitution _substitution = TypeSubstitution.None;
    private TypeMapper? _types;

    /// <summary>What the type parameters in the code that is being lowered stand for.</summary>
    public TypeSubstitution Substitution
    {
        get => _substitution;
        set
        {
            _substitution = value;
            _types = value.IsEmpty ? null : Models.Types.With(value);
        }
    }

    public TypeMapper Types => _types ?? Models.Types;

    /// <summary>Methods with type arguments that have been called, by key.</summary>
    public IReadOnlyDictionary<string, IMethodSymbol> Instances => _instances;

    public void AddInstance(IMethodSymbol method)
    {
        if (GenericMethods.IsInstance(method))
            _instances[Models.Key(method)] = method;
    }

    /// <summary>The method that a call reaches: type parameters replaced, and an interface's member by that of the type that implements it.</summary>
    public IMethodSymbol Target(IMethodSymbol method, ITypeSymbol? through)
    {
        IMethodSymbol target = Substitution.Of(method);
        return Implementer(target, through)?.FindImplementationForInterfaceMember(target.ConstructedFrom) is not IMethodSymbol implementation ? target
            : target.TypeArguments.IsEmpty ? implementation
            : implementation.Construct([.. target.TypeArguments]);
    }

    /// <summary>The member that a reference reaches, likewise.</summary>
    public ISymbol Target(IMemberReferenceOperation reference)
    {
        ISymbol member = Substitution.Member(reference.Member);
        return Implementer(member, Constrained.TypeOf(reference))?.FindImplementationForInterfaceMember(member) ?? member;
    }

    private ITypeSymbol? Implementer(ISymbol member, ITypeSymbol? through) =>
        through is ITypeParameterSymbol && member.ContainingType is { TypeKind: TypeKind.Interface } && Substitution.Of(through) is { TypeKind: TypeKind.Struct or TypeKind.Class } type ? type : null;
}

/// <summary>The type parameter that an operation goes through.</summary>
internal static class Constrained
{
    public static ITypeSymbol? TypeOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.ConstrainedToType ?? call.Instance?.Type,
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        ICompoundAssignmentOperation assignment => assignment.ConstrainedToType,
        IIncrementOrDecrementOperation increment => increment.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        IMemberReferenceOperation reference => reference.ConstrainedToType ?? reference.Instance?.Type,
        _ => null,
    };
}
