using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Generator.FrontEnd.Companions;

/// <summary>
/// A generator does not see what generators add. So that calls of companions inside marked methods bind, companions whose names occur there
/// are declared, without bodies that do anything, in a compilation beside the user's. Where they exist already, as in an analyzer, nothing is added.
/// </summary>
internal static class CompanionStubs
{
    /// <summary>The compilation with the companions that its marked methods may call; itself if they call none that is missing.</summary>
    public static Compilation Complete(SemanticModelCache models, CancellationToken cancellation)
    {
        Compilation compilation = models.Compilation;
        if (compilation.SyntaxTrees.FirstOrDefault()?.Options is not CSharpParseOptions options)
            return compilation;
        string text = Write(models, cancellation);
        return text.Length == 0
            ? compilation
            : compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, "DiffGen.Companions.cs", cancellation));
    }

    private static string Write(SemanticModelCache models, CancellationToken cancellation)
    {
        var names = new HashSet<string>(models.Compilation.SyntaxTrees.SelectMany(tree => CompanionText.Of(tree).CalledNames), StringComparer.Ordinal);
        var parts = new List<TypePart>();
        foreach (IMethodSymbol marked in MarkedMethods(models, cancellation))
        {
            CompanionTarget[] missing = [.. models.Companions.Of(marked).Where(target => names.Contains(target.Companion.Name) && !Exists(marked, target.Companion))];
            if (missing.Length == 0)
                continue;
            IrSignature signature = models.Companions.Signature(marked)!;
            var part = new TypePart(signature, "");
            foreach (CompanionTarget target in missing)
                part.Add($"{SourceFileWriter.Attribute}\n{EntryPrinter.Header(signature, target.Companion)} => throw null!;");
            parts.Add(part);
        }
        return parts.Count == 0 ? "" : SourceFileWriter.Write(parts);
    }

    private static bool Exists(IMethodSymbol marked, Companion companion) =>
        marked.ContainingType.GetMembers(companion.Name).Any(member => member is IMethodSymbol method && CompanionIndex.IsGenerated(method) && CompanionIndex.IsDeclaredAs(companion, method));

    private static IEnumerable<IMethodSymbol> MarkedMethods(SemanticModelCache models, CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in models.Compilation.SyntaxTrees)
        {
            foreach (MemberDeclarationSyntax member in CompanionText.Of(tree).Candidates)
            {
                // The mark may stand on either part of a partial method: the part with the body speaks for both.
                if (models.Model(tree).GetDeclaredSymbol(member, cancellation) is IMethodSymbol { PartialImplementationPart: null } method
                    && models.Known.IsMarked(method.PartialDefinitionPart ?? method))
                {
                    yield return method.PartialDefinitionPart ?? method;
                }
            }
        }
    }
}
