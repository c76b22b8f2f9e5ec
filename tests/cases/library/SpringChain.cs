// A ring of springs with nonlinear terms: neighbours by remainder, energy per site by a local constant.
// point: q: [0.1, -0.2, 0.3, 0.05, -0.15], p: [0.2, 0.1, -0.1, 0.0, 0.3], alpha: 0.25, beta: 0.5
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SpringChain
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> q, ReadOnlySpan<double> p, double alpha = 0.25, double beta = 0.0)
    {
        if (q.Length != p.Length)
            throw new ArgumentException($"Lengths differ: {q.Length}, {p.Length}");
        double h = 0;
        int n = q.Length;
        for (int i = 0; i < n; i++)
        {
            double d = q[(i + 1) % n] - q[i];
            h += (0.5 * p[i] * p[i]) + (d * d * (0.5 + (d * ((alpha / 3) + (beta / 4 * d)))));
        }
        return h;
    }
}
