// A local function lives inside a method, into which nothing can be generated.
// expect: DG0031 at F
using DiffGen;

namespace Rejected;

public static class InMethod
{
    public static double Twice(double x)
    {
        [Differentiable]
        static double F(double y) => y * y;

        return F(x) + F(2 * x);
    }
}
