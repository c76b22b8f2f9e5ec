// While loop over integers alone decides how often the active update runs.
// point: x: 1.01, n: 7
using System;
using DiffGen;

namespace Cases.Control;

public static partial class CollatzSteps
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        while (n != 1)
        {
            n = n % 2 == 0 ? n / 2 : (3 * n) + 1;
            s = s * x + 0.1;
        }
        return s;
    }
}
