using System;
using System.Runtime.InteropServices;

namespace DiffGen.Benchmarks.Suite;

/// <summary>A function of a compiled twin, called by its address.</summary>
internal static class Twin
{
    /// <summary>The function, or null where the library has none of this name.</summary>
    public static unsafe Action<Buffers>? Load(string library, string function, Buffers inputs)
    {
        if (!NativeLibrary.TryGetExport(NativeLibrary.Load(library), function, out nint address))
            return null;
        return outputs =>
        {
            fixed (nint* ints = inputs.IntPointers, reals = inputs.RealPointers, results = outputs.RealPointers, intResults = outputs.IntPointers)
                ((delegate* unmanaged<nint*, nint*, nint*, nint*, void>)address)(ints, reals, results, intResults);
        };
    }
}
