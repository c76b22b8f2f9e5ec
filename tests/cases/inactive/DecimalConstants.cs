// Decimal constants that the compiler converts.
// point: x: 0.5
using DiffGen;

namespace Cases.Inactive;

public static partial class DecimalConstants
{
    private const decimal Rate = 0.125m;

    [Differentiable]
    public static double F(double x) => x * x * (double)Rate * (double)(Rate * 2m);
}
