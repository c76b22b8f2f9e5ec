// Documentation, other attributes and aliases of types stay out of the way.
// point: x: 1.5, y: 2
using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using DiffGen;
using Real = double;

namespace Cases.Declarations;

/// <summary>A documented type.</summary>
[DebuggerDisplay("documented")]
public static partial class DocumentedAndAttributed
{
    /// <summary>Computes something.</summary>
    /// <param name="x">First.</param>
    /// <param name="y">Second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining), Differentiable]
    [Obsolete("only to see that attributes do not spread", error: false)]
    public static Real F(Real x, Real y) => x * y;
}
