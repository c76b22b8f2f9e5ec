using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.Ir;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>Lowers the marked methods of a source text in process.</summary>
internal static class Lowered
{
    /// <summary>Every marked method with what lowering it gave.</summary>
    public static IReadOnlyList<(IMethodSymbol Method, LoweringResult Result)> All(CSharpCompilation compilation)
    {
        SemanticModelCache models = SemanticModelCache.For(compilation);
        var results = new List<(IMethodSymbol, LoweringResult)>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = models.Model(tree);
            foreach (MemberDeclarationSyntax declaration in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
            {
                ISymbol? symbol = model.GetDeclaredSymbol(declaration);
                if (symbol is IPropertySymbol { GetMethod: { } getter })
                    symbol = getter;
                if (symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method && models.Known.IsMarkedMethod(method))
                    results.Add((method, MethodLowering.Lower(method, models, CancellationToken.None)));
            }
        }
        return results;
    }

    public static CSharpCompilation Compile(string source) => ConsumerCompilation.Create([source], GeneratorOptions.Default);

    /// <summary>The only marked method of some members of a class; its IR is verified.</summary>
    public static IrMethod Method(string members) => Verified(Result(members));

    public static string Print(string members) => IrPrinter.Print(Method(members));

    public static LoweringResult Result(string members) => All(Compile(Wrap(members)))[0].Result;

    public static ImmutableArray<string> Ids(string members) => [.. Result(members).Findings.Select(finding => finding.Id)];

    public static IrMethod Verified(LoweringResult result)
    {
        Assert.True(result.Method is not null, "not lowered: " + Describe(result));
        IReadOnlyList<string> errors = IrVerifier.Verify(result.Method);
        Assert.True(errors.Count == 0, string.Join("\n", errors) + "\n" + IrPrinter.Print(result.Method));
        return result.Method;
    }

    public static string Describe(LoweringResult result) => string.Join("\n", result.Findings.Select(finding =>
        $"{finding.Id} {finding.Location.GetLineSpan()}: {string.Format(Diagnostics.DiagnosticTable.Get(finding.Id).Message, finding.Arguments.ToArray<object>())}"));

    /// <summary>A file around members of a static class.</summary>
    public static string Wrap(string members) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DiffGen;

        namespace N;

        public static partial class T
        {
            {{members}}
        }
        """;
}
