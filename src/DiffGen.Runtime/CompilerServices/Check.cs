using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>
/// The argument checks at the entry of a companion, made before anything is written. For generated code.
/// </summary>
/// <remarks>
/// Each check is a comparison that is inlined and a throw that is not. Everything is O(1), but for jagged arrays, which are
/// looked at row by row.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Check
{
    /// <summary>The argument is not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotNull([NotNull] object? argument, string name)
    {
        if (argument is null)
            ThrowNull(name);
    }

    /// <summary>The destination or tangent <paramref name="name"/> is as long as <paramref name="primalName"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string name, string primalName)
    {
        if (actual != expected)
            ThrowLength(actual, expected, name, primalName);
    }

    /// <summary>The order of a Taylor expansion with so many coefficients.</summary>
    /// <exception cref="ArgumentException">There is no coefficient, or more than a power series keeps.</exception>
    public static int Order(int coefficients, string name)
    {
        if (coefficients is < 1 or > Series<double>.MaxOrder + 1)
            throw new ArgumentException($"'{name}' has length {coefficients}; it must have from 1 to {Series<double>.MaxOrder + 1} elements, one more than the order.", name);
        return coefficients - 1;
    }

    /// <summary>The destination is not null and has the primal's number of rows and columns.</summary>
    public static void Shape<TDestination, TPrimal>([NotNull] TDestination[,]? destination, TPrimal[,] primal, string name, string primalName)
    {
        NotNull(destination, name);
        if (destination.GetLength(0) != primal.GetLength(0)
            || destination.GetLength(1) != primal.GetLength(1)
            || destination.GetLowerBound(0) != primal.GetLowerBound(0)
            || destination.GetLowerBound(1) != primal.GetLowerBound(1))
        {
            ThrowShape(Describe(destination), Describe(primal), name, primalName);
        }
    }

    /// <summary>
    /// The destination is not null and has the primal's rows: as many, each as long, null where the primal's row is null. No
    /// two of its rows are the same array.
    /// </summary>
    public static void Shape<TDestination, TPrimal>([NotNull] TDestination[]?[]? destination, TPrimal[]?[] primal, string name, string primalName)
    {
        TangentShape(destination, primal, name, primalName);
        DistinctRows(destination, name);
    }

    /// <summary>The same against rows that were saved.</summary>
    public static void Shape<TDestination, TPrimal>([NotNull] TDestination[]?[]? destination, ReadOnlySpan<TPrimal[]?> primal, string name, string primalName)
    {
        Rows(destination, primal, name, primalName);
        DistinctRows(destination, name);
    }

    /// <summary>As <c>Shape</c>, but rows may be shared: for tangents that are only read.</summary>
    public static void TangentShape<TDestination, TPrimal>([NotNull] TDestination[]?[]? destination, TPrimal[]?[] primal, string name, string primalName)
        => Rows(destination, primal, name, primalName);

    private static void Rows<TDestination, TPrimal>([NotNull] TDestination[]?[]? destination, ReadOnlySpan<TPrimal[]?> primal, string name, string primalName)
    {
        NotNull(destination, name);
        Length(destination.Length, primal.Length, name, primalName);
        for (int row = 0; row < primal.Length; row++)
        {
            if (primal[row] is null && destination[row] is null)
                continue;
            if (destination[row] is null)
                ThrowNullRow(name, row);
            if (primal[row] is null)
                ThrowRowOfNull(name, primalName, row);
            if (destination[row]!.Length != primal[row]!.Length)
                ThrowRowLength(destination[row]!.Length, primal[row]!.Length, name, primalName, row);
        }
    }

    private static string Describe(Array array) => $"{array.GetLength(0)} x {array.GetLength(1)}";

    [DoesNotReturn]
    private static void ThrowNull(string name) => throw new ArgumentNullException(name);

    [DoesNotReturn]
    private static void ThrowLength(int actual, int expected, string name, string primalName)
        => throw new ArgumentException($"'{name}' has length {actual}, but '{primalName}' has length {expected}.", name);

    [DoesNotReturn]
    private static void ThrowShape(string actual, string expected, string name, string primalName)
        => throw new ArgumentException($"'{name}' is {actual}, but '{primalName}' is {expected}.", name);

    [DoesNotReturn]
    private static void ThrowNullRow(string name, int row)
        => throw new ArgumentNullException(name, $"Row {row} of '{name}' is null.");

    [DoesNotReturn]
    private static void ThrowRowOfNull(string name, string primalName, int row)
        => throw new ArgumentException($"Row {row} of '{name}' is an array, but row {row} of '{primalName}' is null.", name);

    [DoesNotReturn]
    private static void ThrowRowLength(int actual, int expected, string name, string primalName, int row)
        => throw new ArgumentException($"Row {row} of '{name}' has length {actual}, but row {row} of '{primalName}' has length {expected}.", name);
}
