using System.Text.Json.Nodes;
using GradBench.Modules;
using GradBench.Protocol;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>What is wrong with a message is said in the answer: where, what was found, and what is expected.</summary>
public class BadInputTests
{
    private const string Gmm = """{"d":2,"k":1,"n":1,"x":[[0,0]],"m":0,"gamma":1,"alpha":[0],"mu":[[0,0]],"q":[[0,0]],"l":[[0]]}""";

    [Theory]
    [InlineData("", "The line is not JSON")]
    [InlineData("{\"id\":1,", "The line is not JSON")]
    [InlineData("[1,2]", "message: expected an object, found an array of 2.")]
    [InlineData("{\"kind\":\"start\"}", "The message has no integer 'id'.")]
    [InlineData("{\"id\":\"one\",\"kind\":\"start\"}", "The message has no integer 'id'.")]
    [InlineData("{\"id\":1.5,\"kind\":\"start\"}", "The message has no integer 'id'.")]
    [InlineData("{\"id\":1}", "message has no field 'kind'.")]
    [InlineData("{\"id\":1,\"kind\":7}", "message.kind: expected a string, found 7.")]
    [InlineData("{\"id\":1,\"kind\":\"define\"}", "message has no field 'module'.")]
    [InlineData("{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\"}", "message has no field 'input'.")]
    [InlineData("{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"input\":{}}", "message has no field 'function'.")]
    [InlineData("{\"id\":1,\"kind\":\"evaluate\",\"module\":\"none\",\"function\":\"f\",\"input\":1}", "There is no module 'none'.")]
    public void OfMessages(string line, string error) => Fails(line, error);

    [Theory]
    [InlineData("lse", "hessian", "{\"x\":[1]}", "Module 'lse' has no function 'hessian'. It has: primal, gradient.")]
    [InlineData("lse", "primal", "{}", "message.input has no field 'x'.")]
    [InlineData("lse", "primal", "[1]", "message.input: expected an object, found an array of 1.")]
    [InlineData("lse", "primal", "{\"x\":3}", "message.input.x: expected an array, found 3.")]
    [InlineData("lse", "primal", "{\"x\":[]}", "message.input.x: expected at least one number, found an array of 0.")]
    [InlineData("lse", "primal", "{\"x\":[1,null]}", "message.input.x[1]: expected a finite number, found null.")]
    [InlineData("lse", "primal", "{\"x\":[1e999]}", "message.input.x[0]: expected a finite number")]
    [InlineData("lse", "primal", "{\"x\":[1],\"min_runs\":0}", "message.input.min_runs: expected an integer of at least 1, found 0.")]
    [InlineData("lse", "primal", "{\"x\":[1],\"min_seconds\":\"long\"}", "message.input.min_seconds: expected a finite number, found a string.")]
    [InlineData("llsq", "primal", "{\"x\":[1],\"n\":1}", "message.input.n: expected an integer of at least 2, found 1.")]
    [InlineData("ode", "gradient", "{\"x\":[1],\"s\":0}", "message.input.s: expected an integer of at least 1, found 0.")]
    [InlineData("ode", "gradient", "{\"x\":[1],\"s\":2.5}", "message.input.s: expected an integer of at least 1, found 2.5.")]
    [InlineData("det", "gradient", "{\"A\":[1,2,3],\"ell\":2}", "message.input.A: expected 4 elements, found 3.")]
    [InlineData("ba", "jacobian", "{\"n\":1,\"m\":1,\"p\":1,\"cam\":[1],\"x\":[0,0,1],\"w\":1,\"feat\":[0,0]}", "message.input.cam: expected 11 elements, found 1.")]
    [InlineData("ba", "jacobian", "{\"n\":0,\"m\":1,\"p\":1}", "message.input.n: expected an integer from 1 to")]
    [InlineData("ba", "jacobian", "{\"n\":1,\"m\":1,\"p\":2000000000}", "message.input.p: expected an integer from 1 to")]
    [InlineData("kmeans", "dir", "{\"points\":[[1,2],[3]],\"centroids\":[[1,2]]}", "message.input.points[1]: expected 2 elements, found 1.")]
    [InlineData("kmeans", "dir", "{\"points\":[[1,2]],\"centroids\":[]}", "message.input.centroids: expected at least one centroid")]
    [InlineData("kmeans", "dir", "{\"points\":[[1]],\"centroids\":[[1],[9]]}", "The result is not finite (NaN)")]
    [InlineData("lstm", "jacobian", "{\"main_params\":[[1]],\"extra_params\":[],\"state\":[],\"sequence\":[]}", "message.input.main_params: expected two rows per layer")]
    [InlineData("lstm", "jacobian", "{\"main_params\":[[1],[1]],\"sequence\":[[1]]}", "message.input.sequence: expected at least two elements")]
    [InlineData("ht", "jacobian", "{\"data\":{\"model\":{\"parents\":[-1]}}}", "message.input.data.model.parents: expected at least 21 bones")]
    [InlineData("particle", "rr", "{\"w\":5}", "The particle does not come down to the axis.")]
    [InlineData("saddle", "rr", "{\"start\":[1]}", "message.input.start: expected 2 elements, found 1.")]
    public void OfInputs(string module, string function, string input, string error) => Fails(Tool.Evaluate(1, module, function, input), error);

    [Theory]
    [InlineData("\"d\":2", "\"d\":0", "message.input.d: expected an integer from 1 to 10000, found 0.")]
    [InlineData("\"gamma\":1", "\"gamma\":-1", "message.input.gamma: expected a positive number, found -1.")]
    [InlineData("\"mu\":[[0,0]]", "\"mu\":[[0,0,0]]", "message.input.mu[0]: expected 2 elements, found 3.")]
    [InlineData("\"l\":[[0]]", "\"l\":[[]]", "message.input.l[0]: expected 1 elements, found 0.")]
    [InlineData("\"n\":1", "\"n\":2000000000", "message.input.x: expected 2000000000 elements, found 1.")]
    public void OfMixtures(string right, string wrong, string error)
    {
        Assert.True(Answer(Tool.Evaluate(1, "gmm", "jacobian", Gmm))["success"]!.GetValue<bool>());
        Fails(Tool.Evaluate(1, "gmm", "jacobian", Gmm.Replace(right, wrong)), error);
    }

    // The bone's parent comes after it; the vertex is not in the model.
    [Theory]
    [InlineData("parents", 3, "7", "message.input.data.model.parents[3]: expected an integer from -1 to 2, found 7.")]
    [InlineData("triangles", 0, "[0,1,99]", "message.input.data.model.triangles[0][2]: expected an integer from 0 to")]
    public void OfHands(string field, int index, string wrong, string error)
    {
        JsonNode input = JsonNode.Parse(System.IO.File.ReadAllText(System.IO.Path.Combine(System.AppContext.BaseDirectory, "data", "ht_simple_small_1_p20.json")))!["input"]!;
        JsonNode model = input["data"]!["model"]!;
        model["triangles"] = JsonNode.Parse("[[0,1,2]]");
        model[field]![index] = JsonNode.Parse(wrong);
        Fails(Tool.Evaluate(1, "ht", "jacobian", input.ToJsonString()), error);
    }

    private static JsonNode Answer(string line) => JsonNode.Parse(new Session("test", AllModules.Create()).Answer(line).Span)!;

    private static void Fails(string line, string error)
    {
        JsonNode answer = Answer(line);
        Assert.False(answer["success"]!.GetValue<bool>());
        Assert.Contains(error, answer["error"]!.GetValue<string>());
    }
}
