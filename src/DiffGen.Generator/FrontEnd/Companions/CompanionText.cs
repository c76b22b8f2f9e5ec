using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using DiffGen.Generator.Differentiation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Generator.FrontEnd.Companions;

/// <summary>What the text of a file says about companions, before anything is bound; kept per file, so that an edit reads one file anew.</summary>
internal sealed class CompanionText
{
    private static readonly ConditionalWeakTable<SyntaxTree, CompanionText> Files = new();

    private CompanionText(SyntaxTree tree)
    {
        Candidates = [.. tree.GetRoot().DescendantNodes(HoldsMembers).OfType<MemberDeclarationSyntax>().Where(IsCandidate)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (MemberDeclarationSyntax member in Candidates)
            names.UnionWith(Names(member));
        CalledNames = names;
    }

    /// <summary>Members that may be marked.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> Candidates { get; }

    /// <summary>What could be names of companions in the text of these members.</summary>
    public IReadOnlyCollection<string> CalledNames { get; }

    public static CompanionText Of(SyntaxTree tree) => Files.GetValue(tree, static t => new CompanionText(t));

    /// <summary>Whether something in the declaration of a method could be the name of a companion.</summary>
    public static bool Occurs(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Any(reference => MayOccur(reference.SyntaxTree, reference.Span) && Names(reference.GetSyntax()).Any());

    private static bool HoldsMembers(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool IsCandidate(MemberDeclarationSyntax member) =>
        member is BaseMethodDeclarationSyntax && member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => !IsGenerated(attribute.Name));

    private static bool IsGenerated(NameSyntax attribute) => attribute is QualifiedNameSyntax { Right.Identifier.ValueText: "GeneratedCode" };

    private static IEnumerable<string> Names(SyntaxNode member) => !MayOccur(member.SyntaxTree, member.Span)
        ? []
        : member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && Abi.MayBeCompanion(token.ValueText)).Select(token => token.ValueText);

    // Nearly all methods call no companion: their text says so before their syntax nodes exist.
    private static bool MayOccur(SyntaxTree tree, TextSpan span)
    {
        string text = tree.GetText().ToString(span);
        return Abi.NameEndings.Any(ending => text.IndexOf(ending, StringComparison.Ordinal) >= 0);
    }
}
