// finally runs after the body, on what the body left.
// point: x: 1.3
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class TryFinally
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        try
        {
            s *= s + 1;
        }
        finally
        {
            s = Math.Sin(s) * x;
        }
        return s * x;
    }
}
