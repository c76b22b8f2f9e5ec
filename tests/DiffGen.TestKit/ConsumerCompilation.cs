using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.TestKit;

/// <summary>Makes compilations of consumer code, and the generator and analyzers to run on them.</summary>
public static class ConsumerCompilation
{
    /// <summary>The framework of this process and the DiffGen runtime.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = FindReferences();

    /// <summary>Every analyzer of the product, found as the compiler finds them.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(DiffGen.Analyzers.AnalyzerAssembly).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static SyntaxTree Parse(string source, string path, GeneratorOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), options.ParseOptions, path);

    public static CSharpCompilation Create(IEnumerable<string> sources, GeneratorOptions options) =>
        CSharpCompilation.Create(
            options.AssemblyName,
            sources.Select((source, i) => Parse(source, i == 0 ? "Case.cs" : $"Case{i}.cs", options)),
            References.AddRange(options.References),
            options.CompilationOptions);

    /// <summary>A driver for the product's generator, or another one, that tracks its steps.</summary>
    public static GeneratorDriver Driver(GeneratorOptions options, IIncrementalGenerator? generator = null) =>
        CSharpGeneratorDriver.Create(
            [(generator ?? new DiffGen.Generator.Pipeline.DifferentiableGenerator()).AsSourceGenerator()],
            parseOptions: options.ParseOptions,
            optionsProvider: options.ConfigOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    // The test host's own assemblies are left out: a consumer sees the framework and the runtime.
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted
                .Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path) is "DiffGen.Runtime.dll" or "System.Numerics.Tensors.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
