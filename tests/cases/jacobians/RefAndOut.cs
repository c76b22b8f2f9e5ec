// Outputs in every place: result, ref, out, and a written buffer that is not active itself.
// point: x: 0.5, r: 1.5, o: default, scratch: [1.0, 2.0, 3.0], n: 3
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class RefAndOut
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian, Wrt = [nameof(x), nameof(r)])]
    public static (double, int) F(in double x, ref double r, out double o, double[] scratch, int n)
    {
        for (int i = 1; i < n; i++)
            scratch[i] = (scratch[i - 1] * x) + (r * i);
        r = Math.Sqrt(r * scratch[1]);
        o = x * scratch[n - 1];
        return (o * r, n);
    }
}
