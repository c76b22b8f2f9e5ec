using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DiffGen.Cases.Tests.Format;

/// <summary>A C# file of the corpus with what its header says: why it exists, at which points it is checked, what is known of it.</summary>
internal sealed record CaseFile(
    string Area,
    string Name,
    string Path,
    string Text,
    string Why,
    ImmutableArray<CasePoint> Points,
    ImmutableDictionary<string, string> Facts,
    double? Tolerance,
    string? Call)
{
    private static readonly string[] FactKeys = ["fused", "saved", "tape", "snapshot", "lengths", "lanes", "sums", "infinite"];

    /// <summary>Area and name: how tests call the case.</summary>
    public string Id => Area + "/" + Name;

    public string Type => $"Cases.{Area}.{Name}";

    /// <summary>Whether single precision bounds what can be asked of differences.</summary>
    public bool IsSinglePrecision { get; } = Text.Contains("float", StringComparison.Ordinal) || Text.Contains("MathF", StringComparison.Ordinal)
        || Text.Contains("Half", StringComparison.Ordinal) || Text.Contains("using System.Numerics;", StringComparison.Ordinal);

    public static CaseFile Read(string path)
    {
        string folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!);
        string area = char.ToUpperInvariant(folder[0]) + folder[1..];
        return Parse(area, System.IO.Path.GetFileNameWithoutExtension(path), path, File.ReadAllText(path));
    }

    /// <summary>Reads the header: the comment lines before the first line of code.</summary>
    public static CaseFile Parse(string area, string name, string path, string text)
    {
        var why = new List<string>();
        var points = new List<CasePoint>();
        var facts = ImmutableDictionary.CreateBuilder<string, string>();
        double? tolerance = null;
        string? call = null;
        foreach (string line in text.Split('\n').Select(l => l.TrimEnd('\r')).TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal)))
        {
            string comment = line[2..].Trim();
            int colon = comment.IndexOf(':', StringComparison.Ordinal);
            string key = colon < 0 ? "" : comment[..colon].Trim();
            string value = colon < 0 ? "" : comment[(colon + 1)..].Trim();
            switch (key)
            {
                case "point":
                    points.Add(new CasePoint(value));
                    break;
                case "value":
                    points[^1] = points[^1] with { Value = Number(FirstWord(value)) };
                    break;
                case "gradient":
                    points[^1] = points[^1] with { Gradient = Numbers(value) };
                    break;
                case "objective":
                    points[^1] = points[^1] with { Value = CaseData.Number(Words(value)[0], Words(value)[1]), ReferenceTolerance = 1e-11 };
                    break;
                case "reference":
                    points[^1] = points[^1].WithReference(Words(value));
                    break;
                case "jacobian":
                    points[^1] = points[^1].WithJacobian(Words(value));
                    break;
                case "direction":
                    points[^1] = points[^1] with { Direction = Numbers(value) };
                    break;
                case "hvp":
                    points[^1] = points[^1] with { Product = Numbers(value) };
                    break;
                case "kink":
                    points[^1] = points[^1] with { Kink = value };
                    break;
                case "throws":
                    points[^1] = points[^1] with { Throws = FirstWord(value) };
                    break;
                case "within":
                    points[^1] = points[^1] with { ReferenceTolerance = Number(FirstWord(value)) };
                    break;
                case "tolerance":
                    tolerance = Number(FirstWord(value));
                    break;
                case "call":
                    call = value;
                    break;
                case var fact when FactKeys.Contains(fact):
                    facts[fact] = value;
                    break;
                default:
                    why.Add(comment);
                    break;
            }
        }
        return new CaseFile(area, name, path, text, string.Join(" ", why), [.. points], facts.ToImmutable(), tolerance, call);
    }

    private static ImmutableArray<double> Numbers(string text) =>
        [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).TakeWhile(w => !w.StartsWith('(')).Select(Number)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string FirstWord(string text) => text.Split(' ', 2)[0];

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
