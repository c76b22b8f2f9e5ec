// The type that would hold the companions is not partial.
// expect: DG0001 at NotPartial
using DiffGen;

namespace Rejected;

public static class NotPartial
{
    [Differentiable]
    public static double F(double x) => x * x;
}
