using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Arrays that stay in place in memory, so that C# and C++ work on the same ones without pinning them in each call.</summary>
internal sealed class Buffers
{
    public Buffers(int[] lengths, int[]? intLengths = null)
        : this([.. (intLengths ?? []).Select(length => new int[length])], [.. lengths.Select(length => new double[length])])
    {
    }

    public Buffers(int[][] ints, double[][] reals)
    {
        Ints = [.. ints.Select(InPlace)];
        Reals = [.. reals.Select(InPlace)];
        IntPointers = Pointers(Ints);
        RealPointers = Pointers(Reals);
    }

    public int[][] Ints { get; }

    public double[][] Reals { get; }

    /// <summary>Addresses of <see cref="Ints"/>, themselves in place.</summary>
    public nint[] IntPointers { get; }

    /// <summary>Addresses of <see cref="Reals"/>, themselves in place.</summary>
    public nint[] RealPointers { get; }

    /// <summary>An empty copy.</summary>
    public Buffers Fresh() => new([.. Reals.Select(r => r.Length)], [.. Ints.Select(i => i.Length)]);

    private static T[] InPlace<T>(T[] values)
    {
        T[] array = GC.AllocateArray<T>(values.Length, pinned: true);
        values.CopyTo(array, 0);
        return array;
    }

    private static unsafe nint[] Pointers<T>(T[][] arrays)
        where T : unmanaged
    {
        nint[] pointers = GC.AllocateArray<nint>(Math.Max(1, arrays.Length), pinned: true);
        for (int i = 0; i < arrays.Length; i++)
            pointers[i] = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(arrays[i]));
        return pointers;
    }
}
