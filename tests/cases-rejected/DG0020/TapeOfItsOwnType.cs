// A member cannot have the name of its type.
// expect: DG0020 at Differentiable(Derivatives.Pullback)
using DiffGen;

namespace Rejected;

public static partial class FTape
{
    [Differentiable(Derivatives.Pullback)]
    public static double F(double x) => x * x;
}
