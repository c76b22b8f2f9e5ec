using System;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Cases.Tests.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>The method under test of a case: the one method named F that is marked.</summary>
/// <param name="Receiver">The expression before the dot of a call.</param>
/// <param name="CompanionName">What the companions' names begin with.</param>
/// <param name="Derivatives">The flags of the mark, or 0 for the default.</param>
internal sealed record CaseMethod(IMethodSymbol Symbol, ImmutableArray<CaseParameter> Parameters, string Receiver, string CompanionName, DiffGen.Derivatives Derivatives)
{
    public bool HasHvp => Derivatives.HasFlag(DiffGen.Derivatives.Hvp);

    public bool HasHessian => Derivatives.HasFlag(DiffGen.Derivatives.Hessian | DiffGen.Derivatives.HessianDiagonal);

    public bool IsVoid => Symbol.ReturnsVoid;

    public bool IsResultActive => !IsVoid && CaseParameter.IsActiveType(Symbol.ReturnType);

    /// <summary>The gradient companions exist for a real scalar result.</summary>
    public bool HasGradient => Symbol.ReturnType.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    /// <summary>Split mode is asked for.</summary>
    public bool HasPullback => Symbol.GetAttributes().First(IsMark).ConstructorArguments is [{ Value: int flags }] && (flags & 8) != 0;

    // The contract leaves open how a ref parameter's derivative and fresh destinations go together.
    public bool HasAllocatingGradient => HasGradient && Parameters.Any(p => p.IsActive && p.IsBuffer) && !Parameters.Any(p => p.IsActive && p.IsRef);

    /// <summary>What the name of the Jacobian companion begins with; null where the case asks for none.</summary>
    public string? JacobianName { get; init; }

    /// <summary>What the name of the sparse Jacobian's companions begins with; null where the case asks for none.</summary>
    public string? SparseJacobianName { get; init; }

    /// <summary>All that is active is of single precision, and so is the Jacobian.</summary>
    public bool JacobianIsSingle => Parameters.Where(p => p.IsActive).Select(p => p.Symbol.Type)
        .Concat(IsResultActive ? [Symbol.ReturnType] : []).All(CaseParameter.IsSingleOnly);

    public static CaseMethod Find(CaseFile file, SyntaxTree tree, Compilation compilation)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        IMethodSymbol[] marked =
        [
            .. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(m => m.Identifier.ValueText == "F")
                .Select(m => model.GetDeclaredSymbol(m)!)
                .Where(m => m.GetAttributes().Any(IsMark)),
        ];
        if (marked.Length != 1)
            throw new FormatException($"{file.Id}: expected one marked method F, found {marked.Length}");
        IMethodSymbol method = marked[0];
        AttributeData mark = method.GetAttributes().First(IsMark);
        TypedConstant wrt = mark.NamedArguments.FirstOrDefault(a => a.Key == "Wrt").Value;
        string?[]? chosen = wrt is { Kind: TypedConstantKind.Array, IsNull: false } ? [.. wrt.Values.Select(v => (string?)v.Value)] : null;
        ImmutableArray<CaseParameter> parameters =
        [
            .. method.Parameters.Select(p => new CaseParameter(
                p,
                CaseParameter.IsActiveType(p.Type) && !CaseParameter.IsHeldConstant(p)
                    && (chosen is null || chosen.Contains(p.Name) || p.RefKind == RefKind.Out))),
        ];
        string receiver = file.Call ?? method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string name = NameOf(mark, method);
        return new CaseMethod(method, parameters, receiver, name, FlagsOf(mark))
        {
            JacobianName = method.GetAttributes().Where(a => IsMark(a) && FlagsOf(a).HasFlag(DiffGen.Derivatives.Jacobian)).Select(a => NameOf(a, method)).FirstOrDefault(),
            SparseJacobianName = method.GetAttributes().Where(a => IsMark(a) && FlagsOf(a).HasFlag(DiffGen.Derivatives.SparseJacobian)).Select(a => NameOf(a, method)).FirstOrDefault(),
        };
    }

    private static DiffGen.Derivatives FlagsOf(AttributeData mark) => mark.ConstructorArguments is [{ Value: int flags }] ? (DiffGen.Derivatives)flags : 0;

    private static string NameOf(AttributeData mark, IMethodSymbol method) =>
        mark.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value.Value as string ?? method.Name;

    private static bool IsMark(AttributeData attribute) => attribute.AttributeClass?.Name == "DifferentiableAttribute";
}
