// The log-likelihood of GARCH(1, 1) with the variance updated by a ref parameter.
// point: returns: [0.5, -1.2, 0.3, 2.0, -0.7], omega: 0.1, alpha: 0.15, beta: 0.7
using System;
using DiffGen;

namespace Cases.Library;

public static partial class GarchLikelihood
{
    [Differentiable]
    public static double F(double[] returns, double omega, double alpha, double beta)
    {
        double variance = omega / (1 - alpha - beta), sum = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            sum -= 0.5 * (Math.Log(2 * Math.PI * variance) + (returns[t] * returns[t] / variance));
            Update(ref variance, returns[t], omega, alpha, beta: beta);
        }
        return sum;
    }

    [Differentiable]
    private static void Update(ref double variance, in double shock, double omega, double alpha, double beta) =>
        variance = omega + (alpha * shock * shock) + (beta * variance);
}
