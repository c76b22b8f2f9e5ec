using System;
using System.Collections.Generic;

namespace DiffGen.CompilerServices;

/// <remarks>Renting and returning.</remarks>
public sealed partial class ObjectWalk
{
    private const int MostKept = 16;
    private const int MostSteps = 1024;

    [ThreadStatic]
    private static Stack<ObjectWalk>? t_returned;

    /// <summary>A walk that has met nothing, the caller's until <see cref="Return"/>. One that is never returned, since something was thrown, is left alone.</summary>
    /// <param name="name">The name of the argument.</param>
    public static ObjectWalk Rent(string name)
    {
        if (t_returned is not { } returned || !returned.TryPop(out ObjectWalk? walk))
            walk = new ObjectWalk();
        walk.Name = name;
        return walk;
    }

    /// <summary>Gives the walk back, which forgets all that it has met.</summary>
    public void Return()
    {
        Stack<ObjectWalk> returned = t_returned ??= new Stack<ObjectWalk>(MostKept);
        if (returned.Count == MostKept || _steps.Count > MostSteps || _seen.Count > MostSteps)
            return;
        _steps.Clear();
        _seen.Clear();
        _inside = NoPlace;
        returned.Push(this);
    }
}
