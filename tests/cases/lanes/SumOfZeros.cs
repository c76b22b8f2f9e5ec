// A sum of negative zeros.
// point: x: LaneData.Zeros(19)
// lengths: x: LaneData.Zeros(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class SumOfZeros
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = -0.0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * x[i] * -1.0;
        return s;
    }
}
