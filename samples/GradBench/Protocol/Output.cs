using System;
using System.Text.Json;

namespace GradBench.Protocol;

/// <summary>Results as JSON.</summary>
public static class Output
{
    /// <summary>A number.</summary>
    public static void Number(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
            throw new InputException($"The result is not finite ({value}), which JSON cannot express.");
        writer.WriteNumberValue(value);
    }

    /// <summary>An array of numbers.</summary>
    public static void Numbers(Utf8JsonWriter writer, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray();
        foreach (double value in values)
            Number(writer, value);
        writer.WriteEndArray();
    }

    /// <summary>An array of arrays of numbers, from a flat one.</summary>
    public static void Rows(Utf8JsonWriter writer, ReadOnlySpan<double> values, int rows)
    {
        int width = values.Length / rows;
        writer.WriteStartArray();
        for (int i = 0; i < rows; i++)
            Numbers(writer, values.Slice(i * width, width));
        writer.WriteEndArray();
    }
}
