using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>
/// What generated code needs to know of an object whose class it knows only at run time. Classes with marked members that are called by the dynamic type of
/// their object implement it. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IObjectMembers
{
    /// <summary>Visits the object and all memory behind it.</summary>
    void Walk(ObjectWalk walk, string member);

    /// <summary>Sets all active numbers behind the object to zero.</summary>
    void Clear();

    /// <summary>A new object of the same class and shape, all of its numbers zero.</summary>
    object Fresh(ObjectCopies copies);
}
