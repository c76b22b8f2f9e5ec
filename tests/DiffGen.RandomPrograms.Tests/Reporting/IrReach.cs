using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.Ir;
using DiffGen.RandomPrograms.Tests.Syntax;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.RandomPrograms.Tests.Reporting;

/// <summary>Lowers programs to the IR, checks it with the verifier, and counts the operations, primitives and exits that occur.</summary>
internal sealed class IrReach
{
    private readonly SortedDictionary<string, int> _operations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Count, string Example)> _rejections = new(StringComparer.Ordinal);

    public int Programs { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>What the verifier found, with the program.</summary>
    public List<string> Errors { get; } = [];

    public IEnumerable<string> Operations => _operations.Keys;

    public void Add(RandomProgram program)
    {
        Programs++;
        string source = program.ToSource("P");
        CSharpCompilation compilation = ConsumerCompilation.Create([source], new GeneratorOptions { Nullable = NullableContextOptions.Disable });
        SemanticModelCache models = SemanticModelCache.For(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        SemanticModel model = models.Model(tree);
        bool rejected = false;
        foreach (BaseMethodDeclarationSyntax declaration in tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
        {
            if (model.GetDeclaredSymbol(declaration) is not IMethodSymbol method || !models.Known.IsMarked(method))
                continue;
            LoweringResult result = MethodLowering.Lower(method, models, CancellationToken.None);
            if (result.Method is { } lowered)
            {
                Visit(lowered.Body);
                foreach (string error in IrVerifier.Verify(lowered).Take(1))
                    Errors.Add($"seed {program.Seed}: {error}\n{source}");
                continue;
            }
            Finding? finding = result.Findings.FirstOrDefault(f => f.IsError);
            // Generic methods and those with delegate parameters are lowered with their callers.
            if (finding is null && (method.IsGenericMethod || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate)))
                continue;
            rejected = true;
            string id = finding?.Id ?? "no finding";
            string text = finding is null ? "" : string.Format(null, DiagnosticTable.Get(id).Message, [.. finding.Arguments]);
            string at = finding is null ? "" : finding.Location.SourceTree!.GetText().Lines[finding.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
            (int count, string example) = _rejections.GetValueOrDefault(id, (0, $"seed {program.Seed}: {text} at {at}"));
            _rejections[id] = (count + 1, example);
        }
        if (rejected)
            Rejected++;
    }

    private void Visit(Region region)
    {
        foreach (Op op in region.Ops)
        {
            Count(op is ApplyOp apply ? "Apply " + apply.Primitive : op is CallOp call ? "Call " + call.Kind : op.GetType().Name[..^2]);
            foreach (Region inner in OpShape.Regions(op))
                Visit(inner);
        }
        Count("end " + region.End.GetType().Name);
    }

    private void Count(string operation) => _operations[operation] = _operations.GetValueOrDefault(operation) + 1;

    public override string ToString()
    {
        var text = new StringBuilder($"lowered {Programs} programs, {Rejected} rejected\n");
        foreach ((string id, (int count, string example)) in _rejections)
            text.Append($"rejected {id}: {count} methods, such as {example}\n");
        text.Append($"{_operations.Count} kinds of operations: ").AppendJoin(", ", _operations.Select(o => $"{o.Key} {o.Value}")).Append('\n');
        return text.ToString();
    }
}
