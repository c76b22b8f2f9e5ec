using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DiffGen.Cases.Tests.Format;

/// <summary>Numbers from the JSON files beside the cases, for the arguments of points and for what is known of them.</summary>
public static class CaseData
{
    private static readonly ConcurrentDictionary<string, JsonElement> Files = new();

    public static double Number(string file, string path) => Element(file, path).GetDouble();

    public static int Integer(string file, string path) => Element(file, path).GetInt32();

    public static bool Flag(string file, string path) => Element(file, path).GetBoolean();

    /// <summary>All numbers below a path, row after row.</summary>
    public static double[] Flat(string file, string path)
    {
        var numbers = new List<double>();
        Collect(Element(file, path), numbers);
        return [.. numbers];
    }

    public static int[] Integers(string file, string path) => [.. Flat(file, path).Select(x => (int)x)];

    public static double[][] Rows(string file, string path) => [.. Element(file, path).EnumerateArray().Select(Row)];

    public static double[,] Matrix(string file, string path)
    {
        double[][] rows = Rows(file, path);
        var matrix = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                matrix[i, j] = rows[i][j];
        }
        return matrix;
    }

    /// <summary>A matrix in compressed sparse rows, written out in full.</summary>
    public static double[] Dense(string file, string path)
    {
        JsonElement matrix = Element(file, path);
        int columns = matrix.GetProperty("ncols").GetInt32();
        int[] starts = Integers(file, path + ".rows"), indices = Integers(file, path + ".cols");
        double[] values = Flat(file, path + ".vals");
        var dense = new double[matrix.GetProperty("nrows").GetInt32() * columns];
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            for (int k = starts[row]; k < starts[row + 1]; k++)
                dense[(row * columns) + indices[k]] = values[k];
        }
        return dense;
    }

    private static double[] Row(JsonElement element)
    {
        var numbers = new List<double>();
        Collect(element, numbers);
        return [.. numbers];
    }

    private static void Collect(JsonElement element, List<double> numbers)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            numbers.Add(element.GetDouble());
            return;
        }
        foreach (JsonElement child in element.EnumerateArray())
            Collect(child, numbers);
    }

    private static JsonElement Element(string file, string path)
    {
        JsonElement element = Files.GetOrAdd(file, static f =>
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(CorpusFiles.CasesDirectory, "objectives", "data", f + ".json")));
            return document.RootElement.Clone();
        });
        foreach (string name in path.Split('.'))
            element = element.GetProperty(name);
        return element;
    }
}
