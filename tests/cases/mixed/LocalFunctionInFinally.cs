// A local function called from a finally block, and a try statement inside a local function with an early return.
// point: x: 0.7
// point: x: -0.7
using System;
using DiffGen;

namespace Cases.Mixed;

public static partial class LocalFunctionInFinally
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        try
        {
            s *= Guarded(x * s);
            if (s > 0.2)
                return s * x;
        }
        finally
        {
            s += Guarded(s);
            x *= s;
        }
        return s + x;

        static double Guarded(double v)
        {
            double t = v;
            try
            {
                if (v < 0)
                    return t * t;
                t = Math.Exp(v);
            }
            finally
            {
                t += 100;
            }
            return t * v;
        }
    }
}
