using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Sines and cosines of two halves.
public static partial class FastMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sin, Vector512<double> Cos) Joined((Vector256<double> Sin, Vector256<double> Cos) lower, (Vector256<double> Sin, Vector256<double> Cos) upper) =>
        (Vector512.Create(lower.Sin, upper.Sin), Vector512.Create(lower.Cos, upper.Cos));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Sin, Vector256<double> Cos) Joined((Vector128<double> Sin, Vector128<double> Cos) lower, (Vector128<double> Sin, Vector128<double> Cos) upper) =>
        (Vector256.Create(lower.Sin, upper.Sin), Vector256.Create(lower.Cos, upper.Cos));
}
