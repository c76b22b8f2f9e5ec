// The type is declared in two parts of one file.
// point: x: 1.5
using DiffGen;

namespace Cases.Declarations;

public static partial class PartialInTwoParts
{
    private const double Scale = 2.5;
}

public static partial class PartialInTwoParts
{
    [Differentiable]
    public static double F(double x) => x * Scale * x;
}
