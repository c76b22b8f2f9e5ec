// The sum of numbers of single precision is one of double precision.
// point: x: LaneData.Singles(19)
// lengths: x: LaneData.Singles(N)
// lanes: 8 and 16
using DiffGen;

namespace Cases.Lanes;

public static partial class SinglesIntoDouble
{
    [Differentiable]
    public static double F(float[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * x[i];
        return s;
    }
}
