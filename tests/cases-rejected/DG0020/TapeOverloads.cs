// Both tapes would have the name FTapeP.
// expect: DG0020 at Differentiable(Derivatives.Pullback)
using DiffGen;

namespace Rejected;

public static partial class TapeOverloads
{
    [Differentiable(Derivatives.Pullback)]
    public static double F(First.P p) => p.X * p.X;

    [Differentiable(Derivatives.Pullback)]
    public static double F(Second.P p) => p.Y * p.Y;
}

public static class First
{
    public readonly record struct P(double X);
}

public static class Second
{
    public readonly record struct P(double Y);
}
