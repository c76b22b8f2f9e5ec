// An optional number that is not held constant.
// expect: DG0003 at y
using DiffGen;

namespace Rejected;

public static partial class NullableParameter
{
    [Differentiable]
    public static double F(double x, double? y) => x * (y ?? 1);
}
