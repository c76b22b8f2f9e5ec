using System.ComponentModel;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DiffGen.CompilerServices;

/// <summary>Functions of many numbers at once, at most 1.5 units in the last place from the exact values. For generated code.</summary>
/// <remarks>
/// Argument reduction, error terms of sums and products, and special values are those of the literature: W. J. Cody, W. Waite,
/// "Software Manual for the Elementary Functions" (1980); T. J. Dekker, "A floating-point technique for extending the available
/// precision" (1971); J.-M. Muller, "Elementary Functions" (2016). Not-a-number, infinities and signed zeros give what
/// <see cref="System.Math"/> gives. Nothing relies on a fused multiply-add: without one, errors of products are computed in halves.
/// The files <c>*.Half.cs</c> and <c>*.Quarter.cs</c> are their neighbours for vectors of 256 and 128 bits; a test writes them and keeps them so.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FastMath
{
    // Whether the estimate of a·b + c is the fused operation, which has the exact error of a product.
    private static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;
}
