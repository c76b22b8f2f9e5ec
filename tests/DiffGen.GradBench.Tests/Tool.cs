using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>The sample as the suite's harness sees it: a process that answers lines with lines.</summary>
internal static class Tool
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts the program, sends it all lines, and waits for its end.</summary>
    public static async Task<(IReadOnlyList<JsonNode> Answers, int ExitCode)> Run(IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GradBench.dll")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        foreach (string line in lines)
            await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(s_patience);
        string[] answers = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ([.. answers.Select(answer => JsonNode.Parse(answer)!)], process.ExitCode);
    }

    public static string Evaluate(int id, string module, string function, string input)
        => $$"""{"id":{{id}},"kind":"evaluate","module":"{{module}}","function":"{{function}}","input":{{input}}}""";

    /// <summary>All numbers in a JSON value, in order.</summary>
    public static double[] Numbers(JsonNode? node) => node switch
    {
        JsonArray array => [.. array.SelectMany(Numbers)],
        JsonObject fields => [.. fields.SelectMany(field => Numbers(field.Value))],
        JsonValue value => [value.GetValue<double>()],
        _ => throw new ArgumentException("Nothing to read numbers from.", nameof(node)),
    };

    public static JsonNode Success(JsonNode answer)
    {
        Assert.True(answer["success"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["output"]!;
    }
}
