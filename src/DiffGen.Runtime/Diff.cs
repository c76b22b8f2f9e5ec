using System.Runtime.CompilerServices;

namespace DiffGen;

/// <summary>Calls with a meaning for derivatives, to be used inside differentiable code.</summary>
public static class Diff
{
    /// <summary>Returns <paramref name="value"/> and cuts its derivative: the companions treat it as a constant.</summary>
    /// <typeparam name="T">A scalar, a struct, an array, a span: any type.</typeparam>
    /// <param name="value">The value to hold constant.</param>
    /// <returns><paramref name="value"/> itself; buffers are not copied.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T StopGradient<T>(T value)
        where T : allows ref struct
        => value;
}
