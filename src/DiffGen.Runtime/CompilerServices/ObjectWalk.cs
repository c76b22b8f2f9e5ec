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
/// <remarks>A thread keeps the walks that were returned to it, so that nothing is allocated per call.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ObjectWalk
{
    private const int NoPlace = -1;

    private readonly List<Step> _steps = [];
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private int _inside = NoPlace;

    private ObjectWalk()
    {
    }

    /// <summary>A place of the graph: what is there, and how often the walk had met something new when it was met first.</summary>
    /// <param name="Parent">The step of the object or array that it lies in.</param>
    /// <param name="Member">What leads from there to it.</param>
    private readonly record struct Step(int Parent, string Member, object? Target, int First, int Length, int Columns, int ElementSize);

    private string Name { get; set; } = "";

    /// <summary>Visits an object; true if its members are to be visited, up to <see cref="Leave"/>: it is not null and was not visited before.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="member">What leads to it from where the walk is.</param>
    public bool Enter(object? instance, string member) => Inside(Add(instance, member, 0, 0, 0));

    /// <summary>All members of the object or elements of the array that was entered last are visited.</summary>
    public void Leave() => _inside = _steps[_inside].Parent;

    /// <summary>True for what is neither null nor empty and was not met before; the order of visits is not kept.</summary>
    public bool Meet(object? instance) => instance is not null and not Array { Length: 0 } && _seen.TryAdd(instance, _seen.Count);

    /// <summary>Visits an object whose class is known only now, with all memory behind it.</summary>
    /// <exception cref="ArgumentException">Nothing is generated for the class.</exception>
    public void Open(object? instance, string member)
    {
        if (instance is null)
            Enter(null, member);
        else if (instance is IObjectMembers members)
            members.Walk(this, member);
        else
            throw new ArgumentException($"{Place(_inside)}{member} is of type {instance.GetType()}, for which no derivatives are generated: mark its overrides [Differentiable].", Name);
    }

    /// <summary>Visits an array of references; true if its elements are to be visited, up to <see cref="Leave"/>.</summary>
    public bool EnterArray<T>(T[]? array, string member) => Inside(Add(array, member, array?.Length ?? 0, 0, Unsafe.SizeOf<T>()));

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
            Match(_steps[i], primal, primal._steps[i]);
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

    private bool Inside(bool isNew)
    {
        if (isNew)
            _inside = _steps.Count - 1;
        return isNew;
    }

    private bool Add(object? target, string member, int length, int columns, int elementSize)
    {
        int first = -1;
        // An empty array has no memory to share.
        bool isNew = target is not null and not Array { Length: 0 } && !_seen.TryGetValue(target, out first);
        if (isNew)
            _seen.Add(target!, first = _seen.Count);
        _steps.Add(new(_inside, member, target, first, length, columns, elementSize));
        return isNew;
    }

    private void Match(Step mine, ObjectWalk other, Step primal)
    {
        if (mine.Target is null != primal.Target is null)
            throw Differs($"is {Nullness(mine)}", $"is {Nullness(primal)}");
        if (mine.Target?.GetType() != primal.Target?.GetType())
            throw Differs($"is of type {mine.Target?.GetType()}", $"is of type {primal.Target?.GetType()}");
        if (mine.Length != primal.Length || mine.Columns != primal.Columns)
            throw Differs($"has {Size(mine)} elements", $"has {Size(primal)}");
        if (mine.First != primal.First)
            throw Differs("is shared with another member", "is not shared in the same way");

        ArgumentException Differs(string how, string otherHow) => new($"{Place(mine)} {how}, but {other.Place(primal)} {otherHow}.", Name);
    }

    private static string Nullness(Step step) => step.Target is null ? "null" : "not null";

    private string Place(Step step) => Place(step.Parent) + step.Member;

    private string Place(int step) => step == NoPlace ? Name : Place(_steps[step]);

    private static string Size(Step step) => step.Target is Array { Rank: 2 } ? $"{step.Length}×{step.Columns}" : $"{step.Length}";

    private ArgumentException Shared(Step step, string otherName) =>
        new($"{Place(step)} shares memory with {otherName}, though one of them is written.", Name);
}
