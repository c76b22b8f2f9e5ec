using System;
using System.Collections.Generic;
using System.Globalization;
using DiffGen.Generator.Differentiation;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Names of a function's locals. Two locals share a name only where neither's scope lies within the other's, as C# demands.
/// </summary>
internal sealed class NameAllocator
{
    private readonly HashSet<string> _reserved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Scope>> _used = new(StringComparer.Ordinal);

    public NameAllocator(IEnumerable<string>? reserved = null)
    {
        foreach (string name in reserved ?? [])
            Reserve(name);
    }

    /// <summary>A piece of the function in which locals are declared: a brace pair.</summary>
    internal sealed class Scope(Scope? parent)
    {
        public Scope? Parent { get; } = parent;

        public bool Contains(Scope other)
        {
            for (Scope? scope = other; scope is not null; scope = scope.Parent)
            {
                if (ReferenceEquals(scope, this))
                    return true;
            }
            return false;
        }
    }

    /// <summary>Keeps a name from being given to any local: parameters, and members that the code calls by their simple name.</summary>
    public void Reserve(string name) => _reserved.Add(Bare(name));

    /// <summary>A name for a local of the scope, as close to <paramref name="wanted"/> as possible; escaped if it is a keyword.</summary>
    public string Take(string wanted, Scope scope)
    {
        wanted = Identifier(Bare(wanted));
        string name = wanted;
        bool endsInDigit = char.IsDigit(wanted[wanted.Length - 1]);
        for (int i = endsInDigit ? 1 : 2; !TryTake(name, scope); i++)
            name = wanted + (endsInDigit ? "_" : "") + i.ToString(CultureInfo.InvariantCulture);
        return AbiNames.Escape(name);
    }

    private bool TryTake(string name, Scope scope)
    {
        if (_reserved.Contains(name))
            return false;
        if (!_used.TryGetValue(name, out var scopes))
            _used[name] = scopes = [];
        foreach (Scope other in scopes)
        {
            if (other.Contains(scope) || scope.Contains(other))
                return false;
        }
        scopes.Add(scope);
        return true;
    }

    private static string Bare(string name) => name.StartsWith("@", StringComparison.Ordinal) ? name.Substring(1) : name;

    // Suggestions may come from texts that are no identifiers. A lone underscore would turn discards into assignments.
    private static string Identifier(string text)
    {
        var name = new System.Text.StringBuilder();
        foreach (char c in text)
        {
            if (char.IsLetter(c) || c == '_' || (name.Length > 0 && char.IsLetterOrDigit(c)))
                name.Append(c);
        }
        return name.Length == 0 || (name.Length == 1 && name[0] == '_') ? "value" : name.ToString();
    }
}
