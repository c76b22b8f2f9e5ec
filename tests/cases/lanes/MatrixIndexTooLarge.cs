// An index beyond the end of a row, though there is another row behind it.
// point: x: LaneData.Matrix(19, 3), k: 2, a: 1.5
// lengths: x: LaneData.Matrix(N, 3), k: N > 20 ? 3 : 2, a: 1.5
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class MatrixIndexTooLarge
{
    [Differentiable]
    public static double F([NoDerivative] double[,] x, int k, double a)
    {
        double s = 0;
        for (int i = 0; i < x.GetLength(0) - 1; i++)
            s += x[i, k] * a * a;
        return s;
    }
}
