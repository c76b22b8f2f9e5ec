// A guard that throws inside a try statement.
// point: x: 1.3, n: 2
// point: x: 1.3, n: -1
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class GuardInTry
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = 1;
        try
        {
            if (n < 0)
                throw new ArgumentOutOfRangeException(nameof(n));
            for (int i = 0; i < n; i++)
                s *= x + i;
        }
        finally
        {
            s += x;
        }
        return s;
    }
}
