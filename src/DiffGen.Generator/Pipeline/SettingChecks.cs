using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Optimization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Generator.Pipeline;

/// <summary>Whether a project's MSBuild properties mean something to DiffGen: what is misspelt would be ignored in silence.</summary>
internal static class SettingChecks
{
    private const string Prefix = "build_property.";

    private static readonly string[] s_switches = ["DiffGenParallel", "DiffGenDetectAnomaly", "DiffGenProfile"];

    private static readonly string[] s_unsupported = ["DiffGenProfile"];

    public static IEnumerable<Finding> Find(AnalyzerConfigOptions options)
    {
        foreach (string name in GeneratorSettings.Disabled(options).Where(name => !GeneratorSettings.Optimizations.Contains(name, StringComparer.OrdinalIgnoreCase)))
            yield return Finding.At(DiagnosticIds.UnknownSetting, Location.None, name, "DiffGenDisable", string.Join(", ", GeneratorSettings.Optimizations));
        string mode = GeneratorSettings.FloatingPoint(options);
        if (mode.Length > 0 && !GeneratorSettings.FloatingPointModes.Contains(mode, StringComparer.OrdinalIgnoreCase))
            yield return Finding.At(DiagnosticIds.UnknownSetting, Location.None, mode, "DiffGenFloatingPoint", string.Join(", ", GeneratorSettings.FloatingPointModes));
        foreach (string name in s_switches)
        {
            if (!options.TryGetValue(Prefix + name, out string? value) || value.Trim().Length == 0)
                continue;
            if (!bool.TryParse(value, out bool isOn))
                yield return Finding.At(DiagnosticIds.UnknownSetting, Location.None, value, name, "true, false");
            else if (isOn && s_unsupported.Contains(name))
                yield return Finding.At(DiagnosticIds.OptionNotSupported, Location.None, name);
        }
    }
}
