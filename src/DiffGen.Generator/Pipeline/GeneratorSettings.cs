using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Optimization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Generator.Pipeline;

/// <summary>What the consumer's project says: equal settings give equal code.</summary>
internal sealed record GeneratorSettings(TransformOptions Options, bool IsSupported)
{
    /// <summary>MSBuild property with the names of the optimisations to leave out, separated by commas.</summary>
    public const string DisableProperty = "build_property.DiffGenDisable";

    /// <summary>MSBuild property: <c>true</c> is <c>DetectAnomaly = true</c> for the whole project.</summary>
    public const string DetectAnomalyProperty = "build_property.DiffGenDetectAnomaly";

    /// <summary>MSBuild property: <c>true</c> is <c>Parallel = true</c> for the whole project.</summary>
    public const string ParallelProperty = "build_property.DiffGenParallel";

    /// <summary>MSBuild property: the floating-point mode of companions whose attributes do not say it.</summary>
    public const string FloatingPointProperty = "build_property.DiffGenFloatingPoint";

    public const string RuntimeAssembly = "DiffGen.Runtime";

    private const int CSharp14 = 1400;

    /// <summary>The optimisations that stay on, and what else holds for the whole project.</summary>
    public static TransformOptions ReadOptions(AnalyzerConfigOptions options)
    {
        bool detectAnomaly = IsTrue(DetectAnomalyProperty);
        string[] disabled = [.. Disabled(options)];
        return new TransformOptions(Inline: IsOn("Inline"), Recompute: IsOn("Recompute"), Fuse: IsOn("Fuse"), Optimize: IsOn("Optimize"),
            DisabledPasses: Optimizer.Passes.Where(name => !IsOn(name)).ToEquatableArray(), DetectAnomaly: detectAnomaly)
        {
            Parallel = IsTrue(ParallelProperty),
            JacobianForward = IsOn("JacobianForward"),
            JacobianReverse = IsOn("JacobianReverse"),
            Fast = string.Equals(FloatingPoint(options), FloatingPointModes[1], StringComparison.OrdinalIgnoreCase),
        };

        bool IsTrue(string property) => options.TryGetValue(property, out string? value) && bool.TryParse(value, out bool isSet) && isSet;

        bool IsOn(string name) => !disabled.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What <see cref="FloatingPointProperty"/> may say: the names of the enumeration's members.</summary>
    public static readonly ImmutableArray<string> FloatingPointModes = ["Strict", "Fast"];

    /// <summary>The value of <see cref="FloatingPointProperty"/>, empty where there is none.</summary>
    public static string FloatingPoint(AnalyzerConfigOptions options) => options.TryGetValue(FloatingPointProperty, out string? mode) ? mode.Trim() : "";

    /// <summary>The names that <see cref="DisableProperty"/> knows.</summary>
    public static IEnumerable<string> Optimizations => ["Inline", "Recompute", "Fuse", "Optimize", "JacobianForward", "JacobianReverse", .. Optimizer.Passes];

    /// <summary>The names in <see cref="DisableProperty"/>.</summary>
    public static IEnumerable<string> Disabled(AnalyzerConfigOptions options) =>
        (options.TryGetValue(DisableProperty, out string? value) ? value : "").Split(',', ';').Select(name => name.Trim()).Where(name => name.Length > 0);

    /// <summary>Generated code needs C# 14.</summary>
    public static bool HasLanguageVersion(Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: var version } && (int)version >= CSharp14;

    /// <summary>The version of the runtime that the consumer references, or null if it references none.</summary>
    public static Version? RuntimeVersion(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.FirstOrDefault(name => name.Name == RuntimeAssembly)?.Version;

    public static bool HasRuntimeVersion(Compilation compilation) =>
        RuntimeVersion(compilation) is not { } version || version == GeneratorVersion.Assembly;
}
