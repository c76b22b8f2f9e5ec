using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Generator.Pipeline;

/// <summary>
/// Writes the companions of every method marked <c>[Differentiable]</c>, one file per method. Lowering runs on every edit; what comes
/// after it runs only where the lowered method, or one that it reaches, has changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    /// <summary>Tracking names of the steps.</summary>
    public const string LowerStep = "DiffGen.Lower", UnitStep = "DiffGen.Unit", SourceStep = "DiffGen.Source";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LoweredMethod> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                MarkedMethod.Attribute,
                static (node, _) => node is not (ParameterSyntax or TypeDeclarationSyntax),
                static (target, cancellation) => Methods(target)
                    .Select(method => MethodLowerings.For(target.SemanticModel.Compilation).Read(method, cancellation)).ToEquatableArray())
            .SelectMany(static (methods, _) => methods)
            .WithTrackingName(LowerStep);

        IncrementalValueProvider<MethodTable> table = methods.Collect()
            .Combine(Rules(context, MarkedMethod.RuleAttribute).Collect())
            .Combine(Rules(context, MarkedMethod.FixedPointAttribute).Collect())
            .Select(static (all, _) => new MethodTable(all.Left.Left.AddRange(all.Left.Right).AddRange(all.Right)));

        IncrementalValuesProvider<IrUnit> units = methods
            .Combine(table)
            .Select(static (pair, _) => pair.Right.Unit(pair.Left))
            .Where(static unit => unit is not null)
            .Select(static (unit, _) => unit!)
            .WithTrackingName(UnitStep);

        IncrementalValueProvider<GeneratorSettings> settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => GeneratorSettings.ReadOptions(options.GlobalOptions))
            .Combine(context.CompilationProvider.Select(static (compilation, _) =>
                GeneratorSettings.HasLanguageVersion(compilation) && GeneratorSettings.HasRuntimeVersion(compilation)))
            .Select(static (pair, _) => new GeneratorSettings(pair.Left, pair.Right));

        IncrementalValuesProvider<CompanionSource> sources = units
            .Combine(settings)
            .Where(static pair => pair.Right.IsSupported)
            .Select(static (pair, cancellation) => CompanionSource.Write(pair.Left, pair.Right.Options, cancellation))
            .WithTrackingName(SourceStep);

        IncrementalValuesProvider<CompanionSource> types = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                MarkedMethod.Attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, _) => target.TargetSymbol is INamedTypeSymbol type && MarkedMethod.IsFirstPlace(target)
                    ? VectorTypes.Read(type, SemanticModelCache.For(target.SemanticModel.Compilation)).Type
                    : null)
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .Combine(settings)
            .Where(static pair => pair.Right.IsSupported)
            .Select(static (pair, _) => CompanionSource.Write(pair.Left));
        context.RegisterSourceOutput(types, static (output, source) => output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8)));

        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source.Failure is { } failure)
                output.ReportDiagnostic(failure.ToDiagnostic());
            else if (source.Text.Length > 0)
                output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        });
    }

    private static IEnumerable<IMethodSymbol> Methods(GeneratorAttributeSyntaxContext target) =>
        MarkedMethod.IsFirstPlace(target) ? MarkedMethod.Of(target.TargetSymbol) : [];

    // Methods with a derivative that the user has given: marked methods may call them.
    private static IncrementalValuesProvider<LoweredMethod> Rules(IncrementalGeneratorInitializationContext context, string attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute,
            static (_, _) => true,
            static (target, cancellation) => Methods(target)
                .Select(method => MethodLowerings.For(target.SemanticModel.Compilation).ReadRule(method, cancellation)).ToEquatableArray())
        .SelectMany(static (methods, _) => methods)
        .WithTrackingName(LowerStep);
}
