using System;
using System.Collections.Generic;

namespace DiffGen.Generator.Emission;

/// <summary>Local names of an entry: those of its parameters are taken.</summary>
internal sealed class EntryNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public IEnumerable<string> Taken => _taken;

    public string Take(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
            name = wanted + i;
        return name;
    }
}
