using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Companions;

/// <summary>What a companion stands for.</summary>
/// <param name="Base">The marked method.</param>
/// <param name="Request">Index of the attribute that asks for it.</param>
internal sealed record CompanionTarget(IMethodSymbol Base, int Request, Companion Companion);

/// <summary>Finds the marked method behind a companion, through the names and types that <see cref="Abi"/> gives it; one per compilation.</summary>
internal sealed class CompanionIndex(SemanticModelCache models)
{
    private readonly ConcurrentDictionary<ISymbol, IrSignature?> _signatures = new(SymbolEqualityComparer.Default);

    /// <summary>What a method is a companion of, or null if nothing generated it, or it belongs to a method of another assembly.</summary>
    public CompanionTarget? Find(IMethodSymbol method)
    {
        if (!IsGenerated(method))
            return null;
        IMethodSymbol declared = method.OriginalDefinition;
        foreach (IMethodSymbol marked in declared.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(models.Known.IsMarkedMethod))
        {
            foreach (CompanionTarget target in Of(marked))
            {
                if (IsDeclaredAs(target.Companion, declared))
                    return target;
            }
        }
        return null;
    }

    /// <summary>All companions of a marked method; none if its declaration has errors.</summary>
    public IEnumerable<CompanionTarget> Of(IMethodSymbol marked)
    {
        marked = marked.PartialDefinitionPart ?? marked;
        if (Signature(marked) is not { } signature)
            yield break;
        for (int i = 0; i < signature.Requests.Length; i++)
        {
            foreach (Companion companion in Abi.Companions(signature, signature.Requests[i]))
                yield return new CompanionTarget(marked, i, companion);
        }
    }

    /// <summary>The signature of a marked method, or null if its declaration has errors.</summary>
    public IrSignature? Signature(IMethodSymbol marked) => _signatures.GetOrAdd(marked, _ =>
    {
        var findings = new List<Finding>();
        IMethodSymbol method = marked.PartialImplementationPart ?? marked;
        SyntaxNode? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        // Companions of generic members are no callees.
        if (Generics.GenericMethods.IsDefinition(method))
            return null;
        return syntax is not null && DeclarationChecks.Check(method, syntax, models, findings) ? SignatureBuilder.Build(method, models, findings) : null;
    });

    public static bool IsDeclaredAs(Companion companion, IMethodSymbol method) =>
        companion.Name == method.Name
        && companion.Declared.Count() == method.Parameters.Length
        && companion.Declared.Zip(method.Parameters, (p, q) => p.Type == CSharpText.Type(q.Type) && p.Mode == SignatureBuilder.Mode(q.RefKind)).All(same => same);

    /// <summary>Whether DiffGen wrote the member.</summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: "DiffGen" }, ..]);
}
