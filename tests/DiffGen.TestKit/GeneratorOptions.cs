using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.TestKit;

/// <summary>How a consumer project is set up. The defaults are the strictest consumer: nullable on, warnings as errors, no unsafe code.</summary>
public sealed record GeneratorOptions
{
    public static readonly GeneratorOptions Default = new();

    /// <summary>Optimiser passes that are switched off, as in the MSBuild property <c>DiffGenDisable</c>.</summary>
    public string Disable { get; init; } = "";

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Integer arithmetic is checked by default.</summary>
    public bool Checked { get; init; }

    public OptimizationLevel Optimization { get; init; } = OptimizationLevel.Release;

    public string AssemblyName { get; init; } = "DiffGen.TestCase";

    /// <summary>Adds to (or, by the same key, overrides) the MSBuild properties that analyzers see, without the <c>build_property.</c> prefix.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Other references than the runtime's, the framework's being always there.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>A library, or a program, which may have top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Compiled libraries that <see cref="References"/> speaks of, to be loaded beside the code.</summary>
    public ImmutableArray<byte[]> Libraries { get; init; } = [];

    internal CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    internal CSharpCompilationOptions CompilationOptions => new(
        OutputKind,
        optimizationLevel: Optimization,
        checkOverflow: Checked,
        allowUnsafe: false,
        nullableContextOptions: Nullable,
        warningLevel: 9999,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)]);

    internal AnalyzerConfigOptionsProvider ConfigOptions =>
        new PropertyProvider(Properties.SetItem("DiffGenDisable", Properties.GetValueOrDefault("DiffGenDisable", Disable)));

    private sealed class PropertyProvider(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        private static readonly AnalyzerConfigOptions None = new PropertyOptions(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new PropertyOptions(properties.ToImmutableDictionary(p => "build_property." + p.Key, p => p.Value, AnalyzerConfigOptions.KeyComparer));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;
    }

    private sealed class PropertyOptions(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
