// A row of another iteration's own that is too short.
// point: x: LaneData.Rows(19, 3), a: 1.5
// lengths: x: N > 20 ? [.. LaneData.Rows(N - 5, 3), [0.5], .. LaneData.Rows(4, 3)] : LaneData.Rows(N, 3), a: 1.5
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class JaggedRowTooShort
{
    [Differentiable]
    public static double F([NoDerivative] double[][] x, double a)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i][2] * a * a;
        return s;
    }
}
