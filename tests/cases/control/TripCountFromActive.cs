// The loop bound comes from an active value through StopGradient: it has no derivative, the body has.
// point: x: 3.7
using System;
using DiffGen;

namespace Cases.Control;

public static partial class TripCountFromActive
{
    [Differentiable]
    public static double F(double x)
    {
        int n = (int)Diff.StopGradient(x);
        double s = 1;
        for (int i = 0; i < n; i++)
            s *= x;
        return s;
    }
}
