// Elements of arrays of two dimensions: rows of their own, and rows that all share and add to.
// point: x: LaneData.Matrix(19, 3), mu: LaneData.Matrix(2, 3)
// lengths: x: LaneData.Matrix(N, 3), mu: LaneData.Matrix(2, 3)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class MatrixRows
{
    [Differentiable]
    public static double F([NoDerivative] double[,] x, double[,] mu)
    {
        double total = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            double weight = 1;
            for (int c = 0; c < mu.GetLength(0); c++)
            {
                double square = 0;
                for (int j = 0; j < mu.GetLength(1); j++)
                    square += (x[i, j] - mu[c, j]) * (x[i, j] - mu[c, j]) * mu[c, 0];
                weight += square;
            }
            total += 1 / weight;
        }
        return total;
    }
}
