// The reverse companion of a method that writes to its buffers cannot be followed backwards.
// expect: DG0207 at F
// compiler: CS0103
using DiffGen;

namespace Rejected;

public static partial class ReverseOfWriter
{
    [Differentiable]
    public static double F(double[] x, double[] d)
    {
        double s = NormalizeVjp(x, 2, 1, d);
        return s * d[0];
    }

    [Differentiable(Derivatives.Vjp)]
    private static double Normalize(double[] x, double s)
    {
        x[0] *= s;
        return x[0] * x[1];
    }
}
