// return, break and continue leave two try statements in nested loops; each finally overwrites what the reverse sweep needs.
// point: x: [0.7, -1.2, 0.4, 1.9], limit: 4
// point: x: [0.7, 1.2, 0.4, 1.9], limit: 2
// point: x: [0.5, 0.1], limit: 100
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class TryFinallyLeftEarly
{
    [Differentiable]
    public static double F(double[] x, double limit)
    {
        double s = 1, count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            try
            {
                for (int j = 0; j <= i; j++)
                {
                    try
                    {
                        if (x[j] < 0)
                            continue;
                        s *= x[j] + 1;
                        if (s > limit)
                            return s * x[i] + count;
                        if (j == 2)
                            break;
                    }
                    finally
                    {
                        x[j] *= s;
                        count += x[j];
                    }
                }
            }
            finally
            {
                s = Math.Sqrt(s + (x[i] * x[i]));
            }
        }
        return s + (count * x[0]);
    }
}
