// The companion of the method itself: its derivative would contain a derivative of itself, and so on.
// expect: DG0310 at FJvp(x, 1)
// compiler: CS0103
using DiffGen;

namespace Rejected;

public static partial class OwnCompanion
{
    [Differentiable]
    public static double F(double x) => x > 0 ? x * FJvp(x, 1).Tangent : x;
}
