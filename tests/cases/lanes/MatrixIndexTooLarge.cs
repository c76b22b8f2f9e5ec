// An index beyond the end of a row, though there is another row behind it.
// point: x: LaneData.Matrix(19, 3), a: 1.5
// throws: System.IndexOutOfRangeException
using DiffGen;

namespace Cases.Lanes;

public static partial class MatrixIndexTooLarge
{
    [Differentiable]
    public static double F([NoDerivative] double[,] x, double a)
    {
        double s = 0;
        for (int i = 0; i < x.GetLength(0) - 1; i++)
            s += x[i, 3] * a * a;
        return s;
    }
}
