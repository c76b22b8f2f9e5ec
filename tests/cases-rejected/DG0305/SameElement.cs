// The same element by the same index, twice.
// expect: DG0305 at Add(ref x[k], ref x[k])
using DiffGen;

namespace Rejected;

public static partial class SameElement
{
    [Differentiable]
    public static double F(double[] x, int k)
    {
        Add(ref x[k], ref x[k]);
        return x[k];
    }

    [Differentiable]
    private static void Add(ref double a, ref double b)
    {
        a += 1;
        b += a;
    }
}
