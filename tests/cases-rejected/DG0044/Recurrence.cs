// Each iteration needs what the one before it computed: nothing can run on several threads, which is said.
// expect: DG0044 at F
// still-generates
using System;
using DiffGen;

namespace Rejected;

public static partial class Recurrence
{
    [Differentiable(Parallel = true)]
    public static double F(double[] x)
    {
        double s = 1;
        for (int i = 0; i < x.Length; i++)
            s = Math.Sin(s * x[i]);
        return s;
    }
}
