// The value is returned that the expression had before the finally, and a ref parameter as the finally left it.
// point: x: 1.3, y: 0.4
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class FinallyAfterReturnValue
{
    [Differentiable]
    public static double F(double x, ref double y)
    {
        double s = x * y;
        try
        {
            y = Math.Exp(s);
            return s * y;
        }
        finally
        {
            s = 0;
            y *= x + s;
        }
    }
}
