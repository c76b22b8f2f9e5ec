// A while loop that a value can end early runs in order, and its adjoint, which knows where it ended, in lanes; one whose bound moves is not counted.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class WhileStoppedEarly
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        int i = 0;
        while (i < x.Length)
        {
            if (x[i] > 1.5)
                break;
            s += x[i] * x[i];
            i++;
        }
        int end = x.Length;
        int k = 0;
        while (k < end)
        {
            s += x[k] * s * 0.01;
            k++;
            end--;
        }
        return s * (i + k + end);
    }
}
