using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>Which new object stands for which, while an object is copied in shape: what is shared stays shared. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectCopies
{
    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);

    /// <summary>The copy of an object, or null if there is none yet.</summary>
    public T? Find<T>(T? original)
        where T : class => original is not null && _copies.TryGetValue(original, out object? copy) ? (T)copy : null;

    /// <summary>An object of the class whose constructors have not run, as the copy of another.</summary>
    public T Make<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>(T original)
        where T : class
    {
        T copy = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        _copies.Add(original, copy);
        return copy;
    }

    /// <summary>The copy of an object whose class is known only now.</summary>
    public T? Open<T>(T? original)
        where T : class => original is null ? null : Find(original) ?? (T)((IObjectMembers)original).Fresh(this);

    /// <summary>Takes an object as the copy of another.</summary>
    public T Add<T>(T original, T copy)
        where T : class
    {
        _copies.Add(original, copy);
        return copy;
    }

    /// <summary>An array of zeros of the same length.</summary>
    public T[]? Like<T>(T[]? original) => original is null ? null : Find(original) ?? Add(original, new T[original.Length]);

    /// <summary>An array of zeros of the same lengths.</summary>
    public T[,]? Like<T>(T[,]? original) => original is null ? null : Find(original) ?? Add(original, new T[original.GetLength(0), original.GetLength(1)]);

    /// <summary>An array for the copies of the elements of another; true if it is new and they are still to be made.</summary>
    public bool Begin<T>(T[]? original, out T[]? copy)
    {
        copy = Find(original);
        if (original is null || copy is not null)
            return false;
        copy = Add(original, new T[original.Length]);
        return true;
    }
}
