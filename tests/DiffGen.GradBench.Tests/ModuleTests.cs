using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using GradBench.Modules;
using GradBench.Protocol;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>The inputs of the reference files as messages: what comes back has the suite's shape and the reference's numbers.</summary>
public class ModuleTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("gmm", "gmm_d3_k4_n7")]
    [InlineData("lstm", "lstm_l2_c8")]
    [InlineData("ba", "ba_tiny")]
    [InlineData("ht", "ht_simple_small_1_p20")]
    public void ObjectiveAndJacobian(string module, string file)
    {
        JsonNode reference = Read(file);
        JsonNode input = reference["input"]!;
        if (module == "ht")
            input["data"]!["model"]!["triangles"] = new JsonArray(); // no simple evaluation reads them
        AreEqual(reference["objective"]!, Evaluate(module, "objective", input), "objective");
        AreEqual(reference["jacobian"]!, Evaluate(module, "jacobian", input), "jacobian");
    }

    [Theory]
    [InlineData("lse", "lse_n10", "primal", "gradient")]
    [InlineData("ode", "ode_n5_s3", "primal", "gradient")]
    [InlineData("det", "det_l5", "primal", "gradient")]
    [InlineData("llsq", "llsq_n16_m8", "primal", "gradient")]
    [InlineData("kmeans", "kmeans_k3_n20_d2", "cost", "dir")]
    public void PrimalAndGradient(string module, string file, string primal, string gradient)
    {
        JsonNode reference = Read(file);
        JsonNode input = reference["input"]!;
        AreEqual(reference[primal]!, Evaluate(module, primal, input), primal);
        AreEqual(reference[gradient]!, Evaluate(module, gradient, input), gradient);
    }

    // Two columns before those of theta. The model is that of the simple file, in triangles of its first vertices.
    [Fact]
    public void ComplicatedHandsHaveTwoMoreColumns()
    {
        JsonNode input = Read("ht_simple_small_1_p20")["input"]!;
        input["data"]!["model"]!["triangles"] = JsonNode.Parse("[[0,1,2],[1,2,3]]");
        input["data"]!["correspondences"] = JsonNode.Parse("[0,1,1]");
        input["data"]!["points"] = JsonNode.Parse("[[0.1,0.2,0.3],[0.4,0.5,0.6],[0.7,0.8,0.9]]");
        input["us"] = JsonNode.Parse("[[0.2,0.3],[0.5,0.1],[0.0,0.9]]");
        Assert.Equal(9, Evaluate("ht", "objective", input).AsArray().Count);
        JsonArray rows = Evaluate("ht", "jacobian", input).AsArray();
        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.Equal(28, row!.AsArray().Count));
        Assert.True(Math.Abs(rows[0]![0]!.GetValue<double>()) > 0);
    }

    private static JsonNode Evaluate(string module, string function, JsonNode input)
    {
        var session = new Session("test", AllModules.Create());
        return Tool.Success(JsonNode.Parse(session.Answer(Tool.Evaluate(1, module, function, input.ToJsonString())).Span)!);
    }

    private static JsonNode Read(string file)
        => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", file + ".json")))!;

    private static void AreEqual(JsonNode expected, JsonNode actual, string path)
    {
        switch (expected)
        {
            case JsonObject fields:
                Assert.Equal(fields.Select(field => field.Key).Order(), actual.AsObject().Select(field => field.Key).Order());
                foreach ((string name, JsonNode? value) in fields)
                    AreEqual(value!, actual[name]!, $"{path}.{name}");
                break;
            case JsonArray array when array.Count > 0 && array[0] is not JsonValue:
                Assert.Equal(array.Count, actual.AsArray().Count);
                for (int i = 0; i < array.Count; i++)
                    AreEqual(array[i]!, actual[i]!, $"{path}[{i}]");
                break;
            default:
                Assert.Equal(expected is JsonArray, actual is JsonArray);
                Reference.Close(Tool.Numbers(expected), Tool.Numbers(actual), Tolerance);
                break;
        }
    }
}
