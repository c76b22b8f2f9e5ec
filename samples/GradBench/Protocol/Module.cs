using System;
using System.Collections.Generic;

namespace GradBench.Protocol;

/// <summary>What the suite calls a module: functions of the same input.</summary>
public sealed class Module(string name, params (string Name, Func<Input, Evaluation> Prepare)[] functions)
{
    private readonly Dictionary<string, Func<Input, Evaluation>> _functions = Index(functions);

    /// <summary>The module's name.</summary>
    public string Name => name;

    /// <summary>Reads an input for a function.</summary>
    public Evaluation Prepare(string function, Input input)
        => _functions.TryGetValue(function, out Func<Input, Evaluation>? prepare)
            ? prepare(input)
            : throw new InputException($"Module '{name}' has no function '{function}'. It has: {string.Join(", ", _functions.Keys)}.");

    private static Dictionary<string, Func<Input, Evaluation>> Index((string Name, Func<Input, Evaluation> Prepare)[] functions)
    {
        var index = new Dictionary<string, Func<Input, Evaluation>>();
        foreach ((string function, Func<Input, Evaluation> prepare) in functions)
            index.Add(function, prepare);
        return index;
    }
}
