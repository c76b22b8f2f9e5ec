// What is written to an array of two dimensions is read by the next iteration.
// point: x: LaneData.Signed(19), m: LaneData.Matrix(20, 2)
// lengths: x: LaneData.Signed(N), m: LaneData.Matrix(N + 1, 2)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class MatrixWritten
{
    [Differentiable]
    public static void F(double[] x, double[,] m)
    {
        for (int i = 0; i < x.Length; i++)
            m[i + 1, 0] = m[i, 0] * 0.5 + x[i] * x[i];
    }
}
