// GetUpperBound as the bound of a loop.
// point: m: new double[,] { { 1, 2, 3 }, { 4, 5, 6.5 } }
using DiffGen;

namespace Cases.Buffers;

public static partial class UpperBound
{
    [Differentiable]
    public static double F(double[,] m)
    {
        double sum = 0;
        for (int i = 0; i <= m.GetUpperBound(0); i++)
        {
            for (int j = m.GetUpperBound(1); j >= 0; j--)
                sum = (sum * 0.5) + (m[i, j] * m[i, j]);
        }
        return sum;
    }
}
