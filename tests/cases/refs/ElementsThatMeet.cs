// Two references to one element, found while the program runs, which companions refuse (see the tests of arguments); here they differ.
// point: x: [1.5, -0.5, 2.0], i: 1, j: 2
using DiffGen;

namespace Cases.Refs;

public static partial class ElementsThatMeet
{
    [Differentiable]
    public static double F(double[] x, int i, int j)
    {
        Mix(ref x[i], ref x[j]);
        return x[0] * x[i] * x[j];
    }

    [Differentiable]
    private static void Mix(ref double a, ref double b)
    {
        a += b;
        b += a * a;
    }
}
