// The first element is no number: nothing is greater or less than it.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
// kink: which is the greatest, and what is no number
using DiffGen;

namespace Cases.Lanes;

public static partial class SearchFromNaN
{
    [Differentiable]
    public static double F(double[] x)
    {
        double greatest = double.NaN;
        double before = -3;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > greatest)
            {
                greatest = x[i];
                before = i;
            }
        }
        return before + (double.IsNaN(greatest) ? 1 : x[0]);
    }
}
