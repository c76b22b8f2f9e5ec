// <= as the loop's condition, and a step that is not one.
// point: x: 0.9, n: 10
using System;
using DiffGen;

namespace Cases.Control;

public static partial class InclusiveBound
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = 1;
        for (int i = 1; i <= n; i += 3)
            s = (s * x) + (x / i);
        return s;
    }
}
