// Math.Max among equals: the derivative is shared as each of the calls shares it, whichever lanes they are in.
// point: x: LaneData.Signed(19)
// kink: equal candidates
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GreatestShared
{
    [Differentiable]
    public static double F(double[] x)
    {
        double greatest = -100, least = 100;
        for (int i = 0; i < x.Length; i++)
            greatest = Math.Max(greatest, (Math.Round(x[i] * 1.5) * 4) + (0 * x[i]) + Math.Max(x[i] - 5, 0));
        for (int i = 0; i < x.Length; i++)
            least = Math.Min(Math.Abs(x[i]) > 0.6 ? 3 * x[i] / x[i] : 4 - (x[i] * 0), least);
        return greatest * least;
    }
}
