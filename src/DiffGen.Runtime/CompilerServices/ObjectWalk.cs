using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>
/// All memory that an argument leads to through the active members of objects, in a fixed order: what is compared where a derivative must have the
/// same graph as its primal, and where arguments must not share memory. For generated code.
/// </summary>
/// <param name="name">The name of the argument.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectWalk(string name)
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>A place of the graph: what is there, and how often the walk had met something new when it was met first.</summary>
    private readonly record struct Step(string Member, object? Target, int First, int Length, int Columns, int ElementSize);

    /// <summary>Visits an object; true if its members are to be visited: it is not null and was not visited before.</summary>
    public bool Enter(object? instance, string member) => Add(instance, member, 0, 0, 0);

    /// <summary>Visits an object whose class is known only now, with all memory behind it.</summary>
    /// <exception cref="ArgumentException">Nothing is generated for the class.</exception>
    public void Open(object? instance, string member)
    {
        if (instance is null)
            Enter(null, member);
        else if (instance is IObjectMembers members)
            members.Walk(this, member);
        else
            throw new ArgumentException($"{Name}{member} is of type {instance.GetType()}, for which no derivatives are generated: mark its overrides [Differentiable].", Name);
    }

    /// <summary>Visits an array of references; true if its elements are to be visited.</summary>
    public bool EnterArray<T>(T[]? array, string member) => Add(array, member, array?.Length ?? 0, 0, Unsafe.SizeOf<T>());

    /// <summary>Visits an array of numbers.</summary>
    public void Numbers<T>(T[]? array, string member) => Add(array, member, array?.Length ?? 0, 0, Unsafe.SizeOf<T>());

    /// <summary>Visits a two-dimensional array of numbers.</summary>
    public void Numbers<T>(T[,]? array, string member) => Add(array, member, array?.GetLength(0) ?? 0, array?.GetLength(1) ?? 0, Unsafe.SizeOf<T>());

    /// <summary>Demands the graph of the primal: nulls, types, lengths, and what is shared.</summary>
    /// <exception cref="ArgumentException">The graphs differ.</exception>
    public void Match(ObjectWalk primal)
    {
        // Two graphs whose walks agree so far go on in the same way: the first step that differs is there in both.
        for (int i = 0; i < _steps.Count && i < primal._steps.Count; i++)
            Match(_steps[i], primal._steps[i], primal.Name);
        if (_steps.Count != primal._steps.Count)
            throw new ArgumentException($"{Name} has another shape than {primal.Name}.", Name);
    }

    /// <summary>Demands that no memory is shared with another argument.</summary>
    /// <exception cref="ArgumentException">Some is.</exception>
    public void NoOverlap(ObjectWalk other)
    {
        foreach (Step step in _steps)
        {
            if (step.Target is not null and not Array { Length: 0 } && other._seen.ContainsKey(step.Target))
                throw Shared(step, other.Name);
        }
    }

    /// <summary>Demands that no memory is shared with another argument.</summary>
    /// <exception cref="ArgumentException">Some is.</exception>
    public void NoOverlap(Extent other, string otherName)
    {
        foreach (Step step in _steps)
        {
            if (step.Target is Array array && Extent.Of(array, step.ElementSize).Overlaps(other))
                throw Shared(step, otherName);
        }
    }

    /// <summary>Demands that no memory is shared with the rows of another argument.</summary>
    /// <exception cref="ArgumentException">Some is.</exception>
    public void NoOverlap<T>(T[]?[]? rows, string otherName)
    {
        foreach (Step step in _steps)
        {
            if (rows is { Length: > 0 } && ReferenceEquals(step.Target, rows))
                throw Shared(step, otherName);
        }
        foreach (T[]? row in rows ?? [])
            NoOverlap(Extent.Of<T>(row), otherName);
    }

    private string Name => name;

    private bool Add(object? target, string member, int length, int columns, int elementSize)
    {
        int first = -1;
        // An empty array has no memory to share.
        bool isNew = target is not null and not Array { Length: 0 } && !_seen.TryGetValue(target, out first);
        if (isNew)
            _seen.Add(target!, first = _seen.Count);
        _steps.Add(new(member, target, first, length, columns, elementSize));
        return isNew;
    }

    private void Match(Step mine, Step primal, string primalName)
    {
        string here = Name + mine.Member, there = primalName + primal.Member;
        if (mine.Target is null != primal.Target is null)
            throw new ArgumentException($"{here} is {(mine.Target is null ? "null" : "not null")}, but {there} is {(primal.Target is null ? "null" : "not null")}.", Name);
        if (mine.Target?.GetType() != primal.Target?.GetType())
            throw new ArgumentException($"{here} is of type {mine.Target?.GetType()}, but {there} is of type {primal.Target?.GetType()}.", Name);
        if (mine.Length != primal.Length || mine.Columns != primal.Columns)
            throw new ArgumentException($"{here} has {Size(mine)} elements, but {there} has {Size(primal)}.", Name);
        if (mine.First != primal.First)
            throw new ArgumentException($"{here} is shared with another member, but {there} is not shared in the same way.", Name);
    }

    private static string Size(Step step) => step.Target is Array { Rank: 2 } ? $"{step.Length}×{step.Columns}" : $"{step.Length}";

    private ArgumentException Shared(Step step, string otherName) =>
        new($"{Name}{step.Member} shares memory with {otherName}, though one of them is written.", Name);
}
