using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <summary>
/// Clears memory and leaves the vector registers as scalar code needs them. <see cref="Span{T}.Clear"/> uses wide registers and leaves their upper
/// halves in use, which makes each later call of the C library's functions in the same method (<c>exp</c>, <c>tanh</c>, …) many times slower. A method with
/// a wide vector of its own, as here, is compiled so that it puts them right when it returns.
/// </summary>
internal static class ZeroedMemory
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Clear<T>(Span<T> memory)
        where T : struct
    {
        memory.Clear();
        if ((long)memory.Length * Unsafe.SizeOf<T>() < Vector256<byte>.Count)
            return;
        ref byte start = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(memory));
        Vector256.LoadUnsafe(ref start).StoreUnsafe(ref start);
    }
}
