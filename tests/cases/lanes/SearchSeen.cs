// The greatest so far is used in every iteration.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class SearchSeen
{
    [Differentiable]
    public static double F(double[] x)
    {
        double greatest = -10, records = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > greatest)
            {
                greatest = x[i];
                records = records * 0.5 + i;
            }
        }
        return x.Length == 0 ? 0 : greatest * records;
    }
}
