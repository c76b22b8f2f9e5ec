using System;

namespace DiffGen.CompilerServices;

/// <remarks>Shapes of arguments, saved so that a pullback can check its destinations. They are checked in the reverse order of saving.</remarks>
public sealed partial class Tape
{
    /// <summary>Saves the length of an array or span.</summary>
    public void SaveLength(int length) => PushValue(length);

    /// <summary>Saves the numbers of rows and columns.</summary>
    public void SaveShape<T>(T[,] primal) => PushReference(primal);

    /// <summary>Saves the rows, whose lengths never change, so that the caller may put others in their place.</summary>
    public void SaveShape<T>(T[][] primal)
    {
        primal.CopyTo(PushReferences<T[]?>(primal.Length));
        PushValue(primal.Length);
    }

    /// <summary>The destination is as long as the primal argument was.</summary>
    public void CheckLength(int actual, string name, string primalName) => Check.Length(actual, PopValue<int>(), name, primalName);

    /// <summary>The destination has the numbers of rows and columns that the primal argument had.</summary>
    public void CheckShape<T>(T[,]? destination, string name, string primalName)
        => Check.Shape(destination, PopReference<T[,]>(), name, primalName);

    /// <summary>The destination has the rows that the primal argument had.</summary>
    public void CheckShape<T>(T[]?[]? destination, string name, string primalName)
        => Check.Shape<T, T>(destination, PopReferences<T[]?>(PopValue<int>()), name, primalName);
}
