// The dominant eigenvalue by power iteration, stopped when the Rayleigh quotient has settled.
// point: a: [[4, 1, 0.3], [1, 2, -0.4], [0.3, -0.4, 1]]
// value: 4.4188293762290588
// gradient: 0.85683595370466721, 0.34854590103743295, 0.034407223277745027, 0.34854590103743295, 0.14178238507002356, 0.01399625749559913, 0.034407223277745027, 0.01399625749559913, 0.0013816612253092371
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class PowerIteration
{
    [Differentiable]
    public static double F(double[][] a)
    {
        int n = a.Length;
        var v = new double[n];
        Array.Fill(v, 1 / Math.Sqrt(n));
        double eigenvalue = 0;
        int settled = 0;
        for (int iteration = 0; iteration < 500; iteration++)
        {
            var w = new double[n];
            double norm = 0, quotient = 0;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    w[i] += a[i][j] * v[j];
                norm += w[i] * w[i];
                quotient += v[i] * w[i];
            }
            norm = Math.Sqrt(norm);
            for (int i = 0; i < n; i++)
                v[i] = w[i] / norm;
            double change = Math.Abs(quotient - eigenvalue);
            eigenvalue = quotient;
            // The vector converges half as fast as the quotient, and the derivative with the vector.
            if (change < 1e-15 && ++settled > 40)
                break;
        }
        return eigenvalue;
    }
}
