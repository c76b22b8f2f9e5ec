using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DiffGen.Generator.Tests.Structure;

/// <summary>Nothing points up, and Roslyn stops at the front end.</summary>
public partial class LayerTests
{
    private const string Generator = "src/DiffGen.Generator/";

    /// <summary>From the bottom to the top. A layer may use those before it.</summary>
    private static readonly string[] s_layers =
        ["Common", "Ir", "Rules", "Analysis", "Differentiation", "Optimization", "Emission", "Diagnostics", "FrontEnd", "Pipeline"];

    private static readonly string[] s_layersThatSeeRoslyn = ["Diagnostics", "FrontEnd", "Pipeline"];

    [GeneratedRegex(@"DiffGen\.Generator\.(\w+)")]
    private static partial Regex LayerReference { get; }

    [Fact]
    public void NothingPointsUp()
    {
        var violations = new List<string>();
        foreach ((string path, string layer) in FilesWithLayer())
        {
            int own = Array.IndexOf(s_layers, layer);
            foreach (string line in SourceTree.ReadLines(path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            {
                foreach (Match match in LayerReference.Matches(line))
                {
                    if (Array.IndexOf(s_layers, match.Groups[1].Value) > own)
                        violations.Add($"{path}: {line.Trim()}");
                }
            }
        }
        Assert.Empty(violations);
    }

    [Fact]
    public void EveryFileHasALayer()
        => Assert.Empty(FilesWithLayer().Where(file => !s_layers.Contains(file.Layer)).Select(file => file.Path));

    [Fact]
    public void RoslynStopsAtTheFrontEnd()
        => Assert.Empty(
            from file in FilesWithLayer()
            where !s_layersThatSeeRoslyn.Contains(file.Layer) && !file.Path.Contains("/Polyfills/")
            where SourceTree.ReadLines(file.Path).Any(line => line.Contains("Microsoft.CodeAnalysis"))
            select file.Path);

    [Fact]
    public void NamespacesFollowFolders()
        => Assert.Empty(
            from file in FilesWithLayer()
            where !file.Path.Contains("/Polyfills/")
            let declared = SourceTree.ReadLines(file.Path).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            where declared is not null && !declared.StartsWith($"namespace DiffGen.Generator.{file.Layer}", StringComparison.Ordinal)
            select $"{file.Path}: {declared}");

    private static IEnumerable<(string Path, string Layer)> FilesWithLayer()
        => SourceTree.Sources("src/DiffGen.Generator").Select(path => (path, path[Generator.Length..].Split('/')[0]));
}
