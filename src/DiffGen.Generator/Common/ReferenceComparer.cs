using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace DiffGen.Generator.Common;

/// <summary>Compares by identity: records that are equal but stand in different places are different keys.</summary>
internal sealed class ReferenceComparer<T> : IEqualityComparer<T> where T : class
{
    public static readonly ReferenceComparer<T> Instance = new();

    public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

    public int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}
