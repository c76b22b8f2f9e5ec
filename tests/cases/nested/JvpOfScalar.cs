// x times the derivative of another method: x · 3x² = 3x³.
// point: x: 1.5
// value: 10.125
// gradient: 20.25
using DiffGen;

namespace Cases.Nested;

public static partial class JvpOfScalar
{
    [Differentiable]
    public static double F(double x) => x * GJvp(x, 1).Tangent;

    [Differentiable]
    private static double G(double x) => x * x * x;
}
