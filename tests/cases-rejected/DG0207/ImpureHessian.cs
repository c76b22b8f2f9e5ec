// A Hessian takes several passes too, and the call may be in a method that is called.
// expect: DG0207 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class ImpureHessian
{
    [Differentiable(Derivatives.HessianDiagonal)]
    public static double F(ReadOnlySpan<double> x, Random random)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Square(x[i], random);
        return s;
    }

    [Differentiable]
    public static double Square(double x, Random random) => x * x * random.Next(3);
}
