// A reference to a static variable.
// expect: DG0120 at s_scale
using DiffGen;

namespace Rejected;

public static partial class RefToStatic
{
    private static double s_scale = 2;

    [Differentiable]
    public static double F(double x)
    {
        ref double scale = ref s_scale;
        return x * scale;
    }
}
