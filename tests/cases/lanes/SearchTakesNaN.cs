// What is not less is taken, also what is no number: no search in lanes.
// point: x: LaneData.Special(19)
// lengths: x: LaneData.Special(N)
// lanes: no
// kink: which is the greatest, and what is no number
using DiffGen;

namespace Cases.Lanes;

public static partial class SearchTakesNaN
{
    [Differentiable]
    public static double F(double[] x)
    {
        double greatest = -1;
        int place = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (!(x[i] <= greatest))
            {
                greatest = x[i];
                place = i;
            }
        }
        return x.Length == 0 ? 0 : greatest * place;
    }
}
