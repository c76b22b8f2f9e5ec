// Math.Max among equals: the derivative is shared as each of the calls shares it, whichever lanes they are in.
// point: x: LaneData.Signed(19), y: 2.0
// kink: equal candidates
// lengths: x: LaneData.Signed(N), y: 2.0
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GreatestShared
{
    [Differentiable]
    public static double F(double[] x, double y)
    {
        double greatest = -100, least = 100;
        for (int i = 0; i < x.Length; i++)
            greatest = Math.Max(greatest, (Math.Round(x[i] * 1.5) * 4) + ((y - 2) * (i + 1)));
        for (int i = 0; i < x.Length; i++)
            least = Math.Min((Math.Abs(x[i]) > 0.6 ? 3 : 4) + ((y - 2) * i), least);
        return greatest + least;
    }
}
