// Reads of the next element: the adjoint adds to places that iterations share.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class Neighbours
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length - 1; i++)
            s += (x[i + 1] - x[i]) * (x[i + 1] - x[i]) * x[i];
        return s;
    }
}
