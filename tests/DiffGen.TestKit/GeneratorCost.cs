using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.TestKit;

/// <summary>Measures what the generator costs an editor.</summary>
public static class GeneratorCost
{
    /// <summary>
    /// Median time of running the generator again after an edit that changes no marked method: every method is lowered anew and
    /// nothing after that runs. The edit appends a comment to the first file, whose syntax tree is parsed and bound before the clock starts.
    /// </summary>
    public static TimeSpan MedianRerun(string source, int rounds = 101, GeneratorOptions? options = null)
    {
        options ??= GeneratorOptions.Default;
        using GeneratorRun first = GeneratorRun.Compile(source, options);
        GeneratorDriver driver = first.Driver;
        var times = new TimeSpan[rounds];
        for (int i = 0; i < rounds; i++)
        {
            SyntaxTree old = first.Input.SyntaxTrees[0];
            var edited = first.Input.ReplaceSyntaxTree(old, ConsumerCompilation.Parse(source + "\n// " + i, old.FilePath, options));
            edited.GetDiagnostics();
            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(edited);
            times[i] = Stopwatch.GetElapsedTime(start);
        }
        return times.Order().ElementAt(rounds / 2);
    }

    /// <summary>
    /// Median time of running the generator on sources that it has not seen, as in a build, after the compiler has bound them. The first run,
    /// which compiles the generator itself, does not count.
    /// </summary>
    public static Build MedianBuild(IReadOnlyList<string> sources, int rounds, GeneratorOptions? options = null)
    {
        options ??= GeneratorOptions.Default;
        using GeneratorRun first = GeneratorRun.Compile(sources, options);
        first.AssertClean();
        var times = new TimeSpan[rounds];
        for (int i = 0; i < rounds; i++)
        {
            GeneratorDriver driver = ConsumerCompilation.Driver(options);
            long start = Stopwatch.GetTimestamp();
            driver.RunGenerators(first.Input);
            times[i] = Stopwatch.GetElapsedTime(start);
        }
        return new(times.Order().ElementAt(rounds / 2), first.GeneratedFiles.Sum(file => file.Text.Length));
    }

    /// <summary>What the generator took for a build, and the length of what it wrote.</summary>
    public readonly record struct Build(TimeSpan Time, int GeneratedCharacters);
}
