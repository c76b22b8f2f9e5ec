using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>Inputs and derivatives from a file of reference values, and comparison with them.</summary>
internal sealed class Reference
{
    private readonly JsonElement _root;

    private Reference(JsonElement root) => _root = root;

    public static Reference Read(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", name + ".json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return new Reference(document.RootElement.Clone());
    }

    public double Number(string path) => Element(path).GetDouble();

    public int Integer(string path) => Element(path).GetInt32();

    public bool Flag(string path) => Element(path).GetBoolean();

    /// <summary>All numbers below a path, row after row.</summary>
    public double[] Numbers(string path) => [.. Leaves(Element(path))];

    public int[] Integers(string path) => [.. Numbers(path).Select(x => (int)x)];

    /// <summary>Equal up to a difference relative to the expected value, or to the largest in the array where it is much smaller.</summary>
    public static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0;
        foreach (double e in expected)
            largest = Math.Max(largest, Math.Abs(e));
        for (int i = 0; i < expected.Length; i++)
        {
            double allowed = tolerance * Math.Max(Math.Abs(expected[i]), 0.01 * largest);
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"entry {i}: expected {expected[i]:R}, got {actual[i]:R}, allowed difference {allowed:R}");
        }
    }

    public static void Close(double expected, double actual, double tolerance) => Close([expected], [actual], tolerance);

    private static IEnumerable<double> Leaves(JsonElement element)
        => element.ValueKind == JsonValueKind.Number ? [element.GetDouble()] : element.EnumerateArray().SelectMany(Leaves);

    private JsonElement Element(string path)
    {
        JsonElement element = _root;
        foreach (string name in path.Split('.'))
            element = element.GetProperty(name);
        return element;
    }
}
