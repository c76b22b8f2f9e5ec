// checked and unchecked blocks change integers alone.
// point: x: 1.75, n: 5
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class CheckedArithmetic
{
    [Differentiable]
    public static double F(double x, int n)
    {
        checked
        {
            int m = n * 3;
            x *= m + 1;
        }
        unchecked
        {
            int hash = n * 1_000_003 * 17;
            x += hash % 10 * x;
        }
        return x + checked(n + 1);
    }
}
