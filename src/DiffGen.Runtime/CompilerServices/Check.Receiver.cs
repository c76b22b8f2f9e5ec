using System;
using System.Diagnostics.CodeAnalysis;

namespace DiffGen.CompilerServices;

public static partial class Check
{
    /// <summary>The derivative <paramref name="name"/> of a receiver as an object of the receiver's own class.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">Its class is not that of the receiver.</exception>
    public static T Receiver<T>([NotNull] object? derivative, object receiver, string name)
        where T : class
    {
        NotNull(derivative, name);
        if (derivative.GetType() != receiver.GetType())
            throw new ArgumentException($"{name} is of type {derivative.GetType()}, but the object that the method is called on is of type {receiver.GetType()}.", name);
        return (T)derivative;
    }
}
