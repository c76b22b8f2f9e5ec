using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>A name that the program being generated can use.</summary>
internal sealed class Variable(string name, string type)
{
    public string Name { get; } = name;

    public string Type { get; } = type;

    /// <summary>May be assigned (a scalar) or written to (a buffer).</summary>
    public bool Writable { get; init; } = true;

    /// <summary>Largest magnitude that a real variable, or an element of a buffer, should reach.</summary>
    public double Bound { get; init; } = 4;

    /// <summary>Only ever added to, so that it may grow further than others.</summary>
    public bool Accumulator { get; init; }

    /// <summary>A lower bound of a buffer's length (of both sides of a table).</summary>
    public int MinLength { get; init; }

    /// <summary>The exact length, where it is known.</summary>
    public int? Length { get; init; }

    /// <summary>Buffers of one class may share memory.</summary>
    public int AliasClass { get; set; }

    /// <summary>A loop counter runs over [0, <c>Trips</c>), or over the length of <c>CountsOver</c>.</summary>
    public int Trips { get; init; }

    public Variable? CountsOver { get; init; }

    /// <summary>A span over stack memory must not be assigned to other spans.</summary>
    public bool OnStack { get; init; }

    public bool IsCounter => Trips > 0 || CountsOver is not null;

    public bool IsArray => Type.EndsWith("[]", StringComparison.Ordinal) && !IsJagged;

    public bool IsSpan => Type.StartsWith("Span<", StringComparison.Ordinal);

    public bool IsReadOnlySpan => Type.StartsWith("ReadOnlySpan<", StringComparison.Ordinal);

    public bool IsLine => IsArray || IsSpan || IsReadOnlySpan;

    public bool IsTable => Type.EndsWith("[,]", StringComparison.Ordinal);

    public bool IsJagged => Type.EndsWith("[][]", StringComparison.Ordinal);

    public bool IsBuffer => IsLine || IsTable || IsJagged;

    public string Element => IsSpan ? Type[5..^1] : IsReadOnlySpan ? Type[13..^1] : IsBuffer ? Type[..Type.IndexOf('[')] : Type;
}

/// <summary>The variables in sight, innermost last.</summary>
internal sealed class Scope
{
    private readonly List<Variable> _variables = [];

    public int Count => _variables.Count;

    /// <summary>Variables declared before this mark may be read and accumulated into, not assigned: a loop of independent iterations.</summary>
    public int WriteFloor { get; set; }

    public void Add(Variable variable) => _variables.Add(variable);

    public void CutTo(int count) => _variables.RemoveRange(count, _variables.Count - count);

    public List<Variable> Where(Func<Variable, bool> predicate) => [.. _variables.Where(predicate)];

    public List<Variable> Writable(Func<Variable, bool> predicate)
        => [.. _variables.Skip(WriteFloor).Where(v => v.Writable && !v.IsCounter && !v.Accumulator && predicate(v))];

    public List<Variable> Accumulators(string type) => [.. _variables.Where(v => v.Accumulator && v.Type == type)];

    public void MergeAliases(Variable a, Variable b)
    {
        int from = b.AliasClass;
        foreach (Variable v in _variables)
        {
            if (v.AliasClass == from)
                v.AliasClass = a.AliasClass;
        }
    }
}
