// Rows of a jagged array are clones of a parameter's, and later exchanged.
// point: a: [[1.0, 2.0], [3.0, -0.5], [0.3, 0.7]]
using DiffGen;

namespace Cases.Foreign;

public static partial class RowsCloned
{
    [Differentiable]
    public static double F(double[][] a)
    {
        double[][] rows = new double[a.Length][];
        for (int i = 0; i < a.Length; i++)
            rows[i] = (double[])a[i].Clone();
        (rows[0], rows[2]) = (rows[2], rows[0]);
        rows[0][1] *= rows[1][0];
        return (rows[0][1] * rows[2][0]) + (rows[1][1] * a[0][1]);
    }
}
