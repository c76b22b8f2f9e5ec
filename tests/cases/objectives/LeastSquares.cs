// A polynomial fitted to the sign function: powers by a running product.
// point: x: CaseData.Flat("llsq_n16_m8", "input.x"), n: 16
// objective: llsq_n16_m8 primal
// reference: llsq_n16_m8 1e-11 gradient
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class LeastSquares
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1 + (2.0 * i / (n - 1));
            double power = 1, p = 0;
            for (int j = 0; j < x.Length; j++)
            {
                p += x[j] * power;
                power *= t;
            }
            double r = Math.Sign(t) - p;
            total += r * r;
        }
        return 0.5 * total;
    }
}
