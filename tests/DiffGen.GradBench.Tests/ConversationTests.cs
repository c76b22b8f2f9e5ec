using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>Whole conversations with the sample as a program.</summary>
public class ConversationTests
{
    private const double ParticleSolution = 0.2071918746486116;
    private const double SaddleCoordinate = 8.246324826140356e-06;

    private static readonly string[] s_modes = ["ff", "fr", "rf", "rr"];

    // Of the suite's own hello: each answer is the next question.
    [Fact]
    public async Task EveryMessageIsAnsweredInOrder()
    {
        (IReadOnlyList<JsonNode> answers, int exitCode) = await Tool.Run(
        [
            """{"id":0,"kind":"start","eval":"hello","config":{"any":[1,2]}}""",
            """{"id":1,"kind":"define","module":"hello"}""",
            Tool.Evaluate(2, "hello", "square", "1.5"),
            Tool.Evaluate(3, "hello", "double", "2.25"),
            """{"id":4,"kind":"analysis","of":3,"valid":false,"error":"it is not"}""",
            "",
            """{"id":5,"kind":"something new"}""",
        ]);
        Assert.Equal(0, exitCode);
        Assert.Equal([0, 1, 2, 3, 4, 5], answers.Select(answer => answer["id"]!.GetValue<int>()));
        Assert.Equal("diffgen", answers[0]["tool"]!.GetValue<string>());
        Assert.True(answers[1]["success"]!.GetValue<bool>());
        Assert.Equal(2.25, Tool.Success(answers[2]).GetValue<double>());
        Assert.Equal(4.5, Tool.Success(answers[3]).GetValue<double>());
        Assert.Equal("""{"id":4}""", answers[4].ToJsonString());
        Assert.Equal("""{"id":5}""", answers[5].ToJsonString());
        JsonNode timing = Assert.Single(answers[2]["timings"]!.AsArray())!;
        Assert.Equal("evaluate", timing["name"]!.GetValue<string>());
        Assert.True(timing["nanoseconds"]!.GetValue<long>() >= 0);
    }

    [Fact]
    public async Task AllModulesAreDefinedAndNoOther()
    {
        string[] modules = ["hello", "gmm", "ba", "ht", "lstm", "kmeans", "lse", "ode", "det", "llsq", "particle", "saddle", "mandelbrot"];
        (IReadOnlyList<JsonNode> answers, int exitCode) = await Tool.Run(
            modules.Select((module, id) => $$"""{"id":{{id}},"kind":"define","module":"{{module}}"}"""));
        Assert.All(answers.SkipLast(1), answer => Assert.True(answer["success"]!.GetValue<bool>()));
        Assert.False(answers[^1]["success"]!.GetValue<bool>());
        Assert.Contains("There is no module 'mandelbrot'", answers[^1]["error"]!.GetValue<string>());
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task RunsAreAsManyAndAsLongAsAskedFor()
    {
        // Long enough for a run to take a while: there is an entry for each.
        string numbers = string.Join(",", Enumerable.Repeat("0.5", 20_000));
        (IReadOnlyList<JsonNode> answers, _) = await Tool.Run(
        [
            Tool.Evaluate(0, "lse", "primal", """{"x":[1,2],"min_runs":7,"min_seconds":0}"""),
            Tool.Evaluate(1, "lse", "primal", $$"""{"x":[{{numbers}}],"min_runs":1,"min_seconds":0.05}"""),
            Tool.Evaluate(2, "lse", "primal", """{"x":[1,2]}"""),
        ]);
        Assert.Equal(7, answers[0]["timings"]!.AsArray().Count);
        Assert.True(answers[1]["timings"]!.AsArray().Sum(timing => timing!["nanoseconds"]!.GetValue<long>()) > 0.04e9);
        Assert.Single(answers[2]["timings"]!.AsArray());
    }

    [Fact]
    public async Task NestedDerivativesReachTheSuitesAnswersInAllModes()
    {
        (IReadOnlyList<JsonNode> answers, _) = await Tool.Run(
            s_modes.Select((mode, id) => Tool.Evaluate(id, "particle", mode, """{"w":0.0}"""))
                .Concat(s_modes.Select((mode, id) => Tool.Evaluate(4 + id, "saddle", mode, """{"start":[1.0,1.0]}"""))));
        foreach (JsonNode answer in answers.Take(4))
            Reference.Close(ParticleSolution, Tool.Success(answer).GetValue<double>(), 1e-9);
        foreach (JsonNode answer in answers.Skip(4))
            Reference.Close(Enumerable.Repeat(SaddleCoordinate, 4).ToArray(), Tool.Numbers(Tool.Success(answer)), 1e-9);
    }

    [Fact]
    public async Task TheExampleOfTheReadmeRuns()
    {
        (IReadOnlyList<JsonNode> answers, int exitCode) = await Tool.Run(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "example.jsonl")));
        Assert.Equal(0, exitCode);
        Assert.Equal([4.0, -3, -2, 1], Tool.Numbers(Tool.Success(answers[8])));
    }

    // A line that cannot be served is answered like any other, and the next one is served.
    [Fact]
    public async Task BadLinesDoNotEndTheConversation()
    {
        (IReadOnlyList<JsonNode> answers, int exitCode) = await Tool.Run(
        [
            "this is no JSON", Tool.Evaluate(7, "hello", "cube", "2"), Tool.Evaluate(8, "hello", "square", "\"two\""), Tool.Evaluate(9, "hello", "square", "2"),
        ]);
        Assert.Equal(1, exitCode);
        Assert.Null(answers[0]["id"]);
        Assert.All(answers.Take(3), answer => Assert.False(answer["success"]!.GetValue<bool>()));
        Assert.Equal(4, Tool.Success(answers[3]).GetValue<double>());
    }
}
