// A triangular loop that includes its bound reads scratch that the iteration has filled, up to its last element.
// point: x: LaneData.Signed(4 * 19), l: LaneData.Signed(16), d: 4
// lengths: x: LaneData.Signed(4 * N), l: LaneData.Signed(16), d: 4
// lanes: 8
// fused: 1
using DiffGen;

namespace Cases.Lanes;

public static partial class TriangularRows
{
    [Differentiable]
    public static double F(double[] x, double[] l, int d)
    {
        var difference = new double[d];
        double total = 0;
        for (int i = 0; i < x.Length / d; i++)
        {
            for (int j = 0; j < d; j++)
                difference[j] = x[i * d + j] - 0.5 * j;
            double square = 0;
            for (int row = 0; row < d; row++)
            {
                double y = 0;
                for (int column = 0; column <= row; column++)
                    y += l[row * d + column] * difference[column];
                square += y * y;
            }
            total += 1 / (1 + square);
        }
        return total;
    }
}
