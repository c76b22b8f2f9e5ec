// The callee would see its own assignment through the other parameter.
// expect: DG0305 at Product(out x, in x)
using DiffGen;

namespace Rejected;

public static partial class OutAndIn
{
    [Differentiable]
    public static double F(double x)
    {
        Product(out x, in x);
        return x;
    }

    [Differentiable]
    private static void Product(out double y, in double x)
    {
        y = 2;
        y = x * y;
    }
}
