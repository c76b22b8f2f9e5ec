// The user has written a type of the tape's name.
// expect: DG0020 at Differentiable(Derivatives.Pullback)
using System;
using DiffGen;

namespace Rejected;

public static partial class TapeClash
{
    [Differentiable(Derivatives.Pullback)]
    public static double F(double x) => x * x;

    public sealed class FTape;
}
