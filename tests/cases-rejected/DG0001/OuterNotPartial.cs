// The inner type is partial, the one around it is not.
// expect: DG0001 at OuterNotPartial
using DiffGen;

namespace Rejected;

public static class OuterNotPartial
{
    public static partial class Inner
    {
        [Differentiable]
        public static double F(double x) => x * x;
    }
}
