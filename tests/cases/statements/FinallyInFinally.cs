// try statements inside finally blocks and using statements inside both, in a loop that is left early.
// point: x: 0.7, n: 3
// point: x: 1.7, n: 9
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class FinallyInFinally
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            try
            {
                using var stream = new System.IO.MemoryStream();
                s *= x + stream.Length;
                if (s > 20)
                    break;
            }
            finally
            {
                try
                {
                    if (i % 2 == 0)
                        s = Math.Sqrt(s * s + 1);
                }
                finally
                {
                    x *= 1 + (s * 0.01);
                }
            }
        }
        return s * x;
    }
}
