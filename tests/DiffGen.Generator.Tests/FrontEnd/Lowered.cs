using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Pipeline;
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
                if (model.GetDeclaredSymbol(declaration) is not { } symbol)
                    continue;
                foreach (IMethodSymbol method in MarkedMethod.Of(symbol))
                {
                    if (method.MethodKind != MethodKind.Constructor && models.Known.IsMarkedMethod(method) && !results.Any(other => SymbolEqualityComparer.Default.Equals(other.Item1, method)))
                        results.Add((method, MethodLowering.Lower(method, models, CancellationToken.None)));
                }
            }
        }
        return results;
    }

    /// <summary>
    /// The method is lowered for each caller, or for each set of type arguments, and not by itself: it is generic, or calls a function
    /// that it is given.
    /// </summary>
    public static bool IsOpen(IMethodSymbol method) => GenericMethods.IsDefinition(method) || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    /// <summary>All that a method reaches is among the given ones. Methods with a rule are not, nor are instances of generic ones: the pipeline finds them.</summary>
    public static bool IsComplete(IrMethod method, IrMethod[] methods)
    {
        var reached = new HashSet<string>(CallGraph.Callees(method));
        int before;
        do
        {
            before = reached.Count;
            foreach (IrMethod callee in methods.Where(other => reached.Contains(other.Key)))
                reached.UnionWith(CallGraph.Callees(callee));
        }
        while (reached.Count > before);
        return reached.All(key => methods.Any(other => other.Key == key));
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
