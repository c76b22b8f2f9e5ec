using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using DiffGen.Benchmarks.Suite;
using Xunit;

namespace DiffGen.Benchmarks.Tests;

/// <summary>Tables, JSON and charts.</summary>
public class ReportTests
{
    private static readonly Result Measured = new(
        "gmm",
        "d=2 <&>",
        [
            new("C#", Role.Primal, 0, new(3, 3)),
            new("C++ g++", Role.Primal, 0, new(4, 3.5)),
            new("C++ clang", Role.Primal, 0, new(2, 1.5)),
            new("DiffGen strict", Role.Derivative, 0, new(5, 5)),
            new("C++ by hand g++", Role.Derivative, 0, new(7, 7)),
            new("C++ by hand clang", Role.Derivative, 1e-15, new(6, 6)),
            new("ADOL-C", Role.Derivative, double.PositiveInfinity, null),
        ]);

    private static readonly Machine Here = new("A processor", "10.0", 256, "Processor time", ["g++ 12"]);

    [Fact]
    public void RatiosAreToTheFastestCppPrimal() => Assert.Equal("C++ clang", Measured.Baseline?.Name);

    [Fact]
    public void WithoutCppTheCSharpPrimalServes()
    {
        Result result = Measured with { Rows = [.. Measured.Rows.Where(row => !row.Name.StartsWith("C++", System.StringComparison.Ordinal))] };
        Assert.Equal("C#", result.Baseline?.Name);
    }

    [Fact]
    public void TheSummaryHasTheFastestOfEachKind() =>
        Assert.Contains("| gmm | d=2 <&> | 2.000 | 1.50 | 2.50 | 3.00 |", SummaryTable.Summary([Measured]));

    [Fact]
    public void WhatIsWrongHasNoTime() => Assert.Contains("| ADOL-C | derivative | – | – | wrong |", SummaryTable.Details(Measured));

    [Fact]
    public void JsonHasEveryCandidate()
    {
        using JsonDocument document = JsonDocument.Parse(SuiteReport.Json([Measured], Here));
        JsonElement problem = document.RootElement.GetProperty("problems")[0];
        Assert.Equal("C++ clang", problem.GetProperty("baseline").GetString());
        Assert.Equal(Measured.Rows.Count, problem.GetProperty("candidates").GetArrayLength());
        Assert.Equal(2.5, problem.GetProperty("candidates")[3].GetProperty("ratio").GetDouble());
        Assert.Equal(JsonValueKind.Null, problem.GetProperty("candidates")[6].GetProperty("medianMilliseconds").ValueKind);
    }

    [Fact]
    public void MarkdownTellsTheMachine() => Assert.Contains("A processor; .NET 10.0, 256 bits; g++ 12.", SuiteReport.Markdown([Measured], Here));

    [Fact]
    public void TheChartHasADotPerCandidate()
    {
        XElement chart = XElement.Parse(RatioChart.Draw([Measured]));
        Assert.Equal(["DiffGen strict: 2.50", "C++ by hand: 3.00"], chart.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value).Where(t => t.Contains(':')));
    }

    [Fact]
    public void AChartOfNothingIsStillAChart() => Assert.Equal("svg", XElement.Parse(RatioChart.Draw([])).Name.LocalName);

    [Fact]
    public void ALogarithmicScalePlacesDecadesEvenly()
    {
        var scale = LogScale.Around([0.2, 50], 0, 300);
        Assert.Equal([0.1, 1, 10, 100], scale.Ticks().Select(tick => System.Math.Round(tick, 6)));
        Assert.Equal([0, 100, 200, 300], scale.Ticks().Select(tick => System.Math.Round(scale.Place(tick), 6)));
    }

    [Fact]
    public void GrowthHasAnExponent()
    {
        var curve = new CostCurve("lse", "n", [new(10, 1, 3, 0, 0), new(1000, 100, 30_000, 0, 0)]);
        Assert.Equal(1, curve.Exponent(cost => cost.Primal), 12);
        Assert.Equal(2, curve.Exponent(cost => cost.Derivative), 12);
        Assert.Contains("| lse | exponent of n | 1.00 | 2.00 |", GrowthRun.Table([curve]));
        Assert.Equal(4, XElement.Parse(GrowthChart.Draw([curve])).Descendants().Count(e => e.Name.LocalName == "title" && e.Value.StartsWith("lse n=", System.StringComparison.Ordinal)));
    }
}
