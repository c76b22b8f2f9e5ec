// checked and unchecked integer arithmetic beside active values.
// point: x: 1.3, n: 5
// point: x: 1.3, n: 2000000000
// throws: OverflowException
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class CheckedAndUnchecked
{
    [Differentiable]
    public static double F(double x, int n)
    {
        uint hash = 17;
        int steps;
        checked
        {
            steps = n * 3;
        }
        unchecked
        {
            for (int i = 0; i < 4; i++)
                hash = (hash * 486187739u) + (uint)i;
        }
        double s = x;
        for (int i = 0; i < steps && i < 20; i++)
            s = Math.Sin(s) + (hash % 7);
        return s * checked((short)n);
    }
}
