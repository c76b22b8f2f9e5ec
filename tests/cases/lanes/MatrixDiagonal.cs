// Both indices differ, and so does which iterations read.
// point: x: LaneData.Matrix(19, 21), y: LaneData.Signed(19)
// lengths: x: LaneData.Matrix(N, N + 2), y: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class MatrixDiagonal
{
    [Differentiable]
    public static double F([NoDerivative] double[,] x, double[] y)
    {
        double s = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] > 0)
                s += x[i, i + 1] * y[i] * y[i];
            else
                s += x[0, i] * y[i];
        }
        return s;
    }
}
