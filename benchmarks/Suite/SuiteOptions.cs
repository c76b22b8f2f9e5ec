using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>What the suite is asked to run.</summary>
/// <param name="Objectives">The names of the objectives, in the suite's order.</param>
/// <param name="Quick">The reference sizes only, timed shortly.</param>
/// <param name="CheckOnly">Compares what candidates compute and times nothing.</param>
/// <param name="Output">The folder that reports are written to.</param>
internal sealed record SuiteOptions(IReadOnlyList<string> Objectives, bool Quick, bool CheckOnly, string Output)
{
    public const string Usage = """
        suite [objective ...] [--quick] [--check] [--output FOLDER]
          objective        only these; all where none is named
          --quick          the reference size of each objective, timed shortly, without ADOL-C and PyTorch
          --check          compares all candidates in the reference sizes and times nothing
          --output FOLDER  where suite.md, suite.json and suite.svg go; artifacts/benchmarks where not said
        """;

    public const string DefaultOutput = "artifacts/benchmarks";

    /// <summary>Reads arguments; tells what is not understood, and what there is.</summary>
    public static bool TryParse(
        IReadOnlyList<string> arguments, IReadOnlyList<string> known, [NotNullWhen(true)] out SuiteOptions? options, [NotNullWhen(false)] out string? error)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        bool quick = false, checkOnly = false;
        string output = DefaultOutput;
        (options, error) = (null, null);
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == "--quick")
                quick = true;
            else if (argument == "--check")
                checkOnly = true;
            else if (argument == "--output" && i + 1 < arguments.Count)
                output = arguments[++i];
            else if (argument == "--output")
                error = "--output needs a folder.";
            else if (known.Contains(argument))
                chosen.Add(argument);
            else
                error = argument.StartsWith('-') ? $"Unknown option '{argument}'.\n{Usage}" : $"Unknown objective '{argument}'. There are: {string.Join(", ", known)}.";
            if (error != null)
                return false;
        }
        options = new([.. known.Where(name => chosen.Count == 0 || chosen.Contains(name))], quick, checkOnly, output);
        return true;
    }
}
