using System.Text.Json;

namespace GradBench.Protocol;

/// <summary>A part of a message, which knows where it stands and says so if it is not what is asked for.</summary>
public readonly struct Input(JsonElement element, string path)
{
    /// <summary>Where the part stands in the message.</summary>
    public string Path => path;

    /// <summary>Number of elements of an array.</summary>
    public int Count => element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : throw Unexpected("an array");

    /// <summary>A field that must be there.</summary>
    public Input this[string name]
        => Find(name) ?? throw new InputException($"{path} has no field '{name}'.");

    /// <summary>An element of an array.</summary>
    public Input this[int index] => new(element[index], $"{path}[{index}]");

    /// <summary>A field that may be missing.</summary>
    public Input? Find(string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Unexpected("an object");
        return element.TryGetProperty(name, out JsonElement value) ? new Input(value, $"{path}.{name}") : null;
    }

    /// <summary>A number.</summary>
    public double Number()
        => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Unexpected("a finite number");

    /// <summary>An integer in a range.</summary>
    public int Integer(int least, int largest = int.MaxValue)
        => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) && value >= least && value <= largest
            ? value
            : throw Unexpected(largest == int.MaxValue ? $"an integer of at least {least}" : $"an integer from {least} to {largest}");

    /// <summary>A truth value.</summary>
    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected("true or false"),
    };

    /// <summary>A string.</summary>
    public string Text() => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Unexpected("a string");

    /// <summary>Whether this is an object.</summary>
    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>All numbers of an array, at least one.</summary>
    public double[] Numbers()
    {
        int count = Count;
        return count > 0 ? Numbers(count) : throw Unexpected("at least one number");
    }

    /// <summary>An array of so many numbers, or of arrays of them and so on: one length per level. Flat, row after row.</summary>
    public double[] Numbers(params int[] lengths)
    {
        RequireLength(lengths[0]);
        long total = 1;
        foreach (int length in lengths)
            total *= length;
        var values = new double[total];
        int next = 0;
        Read(lengths, 0, values, ref next);
        return values;
    }

    /// <summary>An array of arrays of so many integers in a range, flat.</summary>
    public int[] IntegerRows(int width, int least, int largest)
    {
        int count = Count;
        var values = new int[count * width];
        for (int i = 0; i < count; i++)
        {
            Input row = this[i];
            row.RequireLength(width);
            for (int j = 0; j < width; j++)
                values[(i * width) + j] = row[j].Integer(least, largest);
        }
        return values;
    }

    /// <summary>An array of integers in a range.</summary>
    public int[] Integers(int least, int largest)
    {
        var values = new int[Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = this[i].Integer(least, largest);
        return values;
    }

    /// <summary>Complains about what was found.</summary>
    public InputException Unexpected(string expected) => new($"{path}: expected {expected}, found {Describe()}.");

    private void Read(int[] lengths, int level, double[] values, ref int next)
    {
        RequireLength(lengths[level]);
        int index = 0;
        foreach (JsonElement child in element.EnumerateArray())
        {
            if (level < lengths.Length - 1)
                new Input(child, $"{path}[{index}]").Read(lengths, level + 1, values, ref next);
            else if (child.ValueKind == JsonValueKind.Number && child.TryGetDouble(out double value) && double.IsFinite(value))
                values[next++] = value;
            else
                throw new Input(child, $"{path}[{index}]").Unexpected("a finite number");
            index++;
        }
    }

    private void RequireLength(int length)
    {
        if (Count != length)
            throw new InputException($"{path}: expected {length} elements, found {Count}.");
    }

    private string Describe() => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"an array of {element.GetArrayLength()}",
        JsonValueKind.String => "a string",
        JsonValueKind.Undefined => "nothing",
        _ => element.GetRawText(),
    };
}
