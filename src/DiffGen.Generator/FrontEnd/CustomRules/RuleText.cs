using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>The methods of a file that may be rules for methods of others, told by their text; kept per file, so that an edit reads one file anew.</summary>
internal static class RuleText
{
    private const string Name = "DerivativeOf";

    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<MethodDeclarationSyntax>> Files = new();

    public static IReadOnlyList<MethodDeclarationSyntax> Of(SyntaxTree tree) => Files.GetValue(tree, Find);

    // An alias for the attribute contains its name too.
    private static IReadOnlyList<MethodDeclarationSyntax> Find(SyntaxTree tree) => tree.GetText().ToString().IndexOf(Name, StringComparison.Ordinal) < 0
        ? []
        : [.. tree.GetRoot().DescendantNodes(HoldsMembers).OfType<MethodDeclarationSyntax>().Where(method => method.AttributeLists.Count > 0)];

    private static bool HoldsMembers(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}
