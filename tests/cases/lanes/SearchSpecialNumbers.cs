// The greatest of numbers of which some are none, or zeros of both signs: the first of equal ones is kept.
// point: x: LaneData.Special(19), z: LaneData.Zeros(19)
// lengths: x: LaneData.Special(N), z: LaneData.Zeros(N)
// lanes: 8
// kink: which is the greatest, and what is no number
using DiffGen;

namespace Cases.Lanes;

public static partial class SearchSpecialNumbers
{
    [Differentiable]
    public static double F(double[] x, double[] z)
    {
        double greatest = double.NegativeInfinity;
        int place = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > greatest)
            {
                greatest = x[i];
                place = i;
            }
        }
        double zero = -1;
        for (int i = 0; i < z.Length; i++)
        {
            if (z[i] > zero)
                zero = z[i];
        }
        return place + (greatest / zero);
    }
}
