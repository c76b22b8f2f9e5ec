// The iteration that leaves the loop counts too: its derivative must be added before it leaves.
// point: a: [1.1, 0.7, 2.5, 0.9], n: 2
// point: a: [0.3, 0.2, 0.1, 0.4], n: 3
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class OnePassLeavesEarly
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a, int n)
    {
        if (n == 0)
            return a[0];
        double sum = 0;
        int i = 0;
        while (true)
        {
            double square = a[i] * a[i];
            sum += square * F(a, n - 1);
            i++;
            if (i == a.Length || square > 4)
                break;
        }
        return sum;
    }
}
