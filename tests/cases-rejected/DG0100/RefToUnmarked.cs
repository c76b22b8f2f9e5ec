// A variable by reference to a method that is not differentiated: what comes back has no derivative.
// expect: DG0100 at ref y
using DiffGen;

namespace Rejected;

public static partial class RefToUnmarked
{
    [Differentiable]
    public static double F(double x)
    {
        double y = x;
        Change(ref y);
        return y;
    }

    private static void Change(ref double y) => y *= 2;
}
