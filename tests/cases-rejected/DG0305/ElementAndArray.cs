// An element is passed by reference beside its array, in which the callee would see what it assigns.
// expect: DG0305 at Update(ref x[0], x)
using DiffGen;

namespace Rejected;

public static partial class ElementAndArray
{
    [Differentiable]
    public static double F(double[] x)
    {
        Update(ref x[0], x);
        return x[0];
    }

    [Differentiable]
    private static void Update(ref double sum, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            sum += x[i];
    }
}
