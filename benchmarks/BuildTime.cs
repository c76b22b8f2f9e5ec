using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DiffGen.Benchmarks.Suite;
using DiffGen.TestKit;

namespace DiffGen.Benchmarks;

/// <summary>What the generator costs a build: its time, and the size of what it writes.</summary>
internal static class BuildTime
{
    private static readonly int[] Lengths = [50, 100, 200, 500, 1000, 2000, 5000];

    private static readonly (string Name, Func<int, string> Body)[] Shapes =
        [("straight line", StraightLine), ("branches", Branches), ("loops", Loops)];

    public static void Write(TextWriter output)
    {
        output.WriteLine("This takes some minutes.");
        output.WriteLine();
        WriteObjectives(output);
        WriteLengths(output);
    }

    /// <summary>A method of so many statements in one of the shapes.</summary>
    internal static string Source(Func<int, string> body, int statements) => $$"""
        using System;
        using DiffGen;

        public static partial class Long
        {
            [Differentiable]
            public static double F(double[] x)
            {
                double a = x[0], b = x[1], c = x[2];
        {{body(statements)}}
                return a + b + c;
            }
        }
        """;

    /// <summary>The power of n that y goes with between two measurements.</summary>
    internal static double Exponent(double n1, double y1, double n2, double y2) => Math.Log(y2 / y1) / Math.Log(n2 / n1);

    private static void WriteObjectives(TextWriter output)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "objectives"), shared = Path.Combine(folder, "Lse.cs");
        string[] names = [.. Suite.Objective.All.Select(objective => objective.Name)];
        string[] files = [.. Directory.GetFiles(folder, "*.cs").Where(IsTimed).Order(StringComparer.Ordinal)];
        output.WriteLine("| file | marked methods | generator, ms | ms per method | generated, KB | KB per method |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (string file in files)
        {
            // Two objectives call the logarithm of a sum of exponentials: its own share is in their rows.
            string[] sources = [.. new[] { file, shared }.Distinct().Select(File.ReadAllText)];
            int methods = sources.Sum(source => source.Split("[Differentiable").Length - 1);
            GeneratorCost.Build cost = GeneratorCost.MedianBuild(sources, 7);
            double milliseconds = cost.Time.TotalMilliseconds, kilobytes = cost.GeneratedCharacters / 1024.0;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(file)} | {methods} | {milliseconds:F1} | {milliseconds / methods:F1} | {kilobytes:F1} | {kilobytes / methods:F1} |"));
        }
        output.WriteLine();

        bool IsTimed(string file) => names.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }

    private static void WriteLengths(TextWriter output)
    {
        output.WriteLine("| statements | " + string.Join(" | ", Shapes.Select(shape => $"{shape.Name}, ms | exponent | generated, KB")) + " |");
        output.WriteLine("|--:|" + string.Concat(Shapes.Select(_ => "--:|--:|--:|")));
        var previous = new Dictionary<string, (int Length, double Time)>();
        foreach (int length in Lengths)
        {
            var row = new StringBuilder($"| {length} |");
            foreach ((string name, Func<int, string> body) in Shapes)
            {
                GeneratorCost.Build cost = GeneratorCost.MedianBuild([Source(body, length)], length <= 500 ? 7 : 3);
                double time = cost.Time.TotalMilliseconds;
                string exponent = previous.TryGetValue(name, out var last)
                    ? Exponent(last.Length, last.Time, length, time).ToString("F2", CultureInfo.InvariantCulture)
                    : "";
                row.Append(CultureInfo.InvariantCulture, $" {time:F1} | {exponent} | {cost.GeneratedCharacters / 1024.0:F0} |");
                previous[name] = (length, time);
            }
            output.WriteLine(row);
        }
        output.WriteLine();
        output.WriteLine("An exponent is the power of the number of statements that time goes with since the row above.");
    }

    private static string StraightLine(int statements) => Lines(statements, i => (i % 3) switch
    {
        0 => "a = (a * b) + Math.Sin(c);",
        1 => "b = (b * 0.5) + (a * c);",
        _ => "c = Math.Tanh(c) - (a / (1 + (b * b)));",
    });

    // Four statements each.
    private static string Branches(int statements) => Lines(statements / 4, _ => "if (a > b) { a = a * c; } else { b = Math.Exp(b * 0.1) + c; } c = c * 0.5;");

    // Four statements each.
    private static string Loops(int statements) => Lines(statements / 4, _ => "for (int i = 0; i < x.Length; i++) { a += x[i] * b; b = b * 0.9; c = Math.Sin(c + a); }");

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.Append("        ").AppendLine(line(i));
        return text.ToString();
    }
}
