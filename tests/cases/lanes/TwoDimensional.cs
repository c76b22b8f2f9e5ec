// Elements of a matrix of two dimensions.
// point: x: LaneData.Matrix(19, 3)
// lengths: x: LaneData.Matrix(N, 3)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class TwoDimensional
{
    [Differentiable]
    public static double F(double[,] x)
    {
        double total = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            double s = 0;
            for (int j = 0; j < x.GetLength(1); j++)
                s += x[i, j] * x[i, j];
            total += Math.Sqrt(s);
        }
        return total;
    }
}
