// The wave equation on a grid with three time levels, rotated by assignment of references.
// point: initial: new double[,] { {0, 0, 0, 0}, {0, 1, 0.5, 0}, {0, -0.3, 0.2, 0}, {0, 0, 0, 0} }, speed: 0.6, steps: 5
using System;
using DiffGen;

namespace Cases.Library;

public static partial class WaveEquation
{
    [Differentiable]
    public static double F(double[,] initial, double speed, int steps)
    {
        int rows = initial.GetLength(0), columns = initial.GetLength(1);
        double[,] previous = new double[rows, columns], current = new double[rows, columns], next = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                previous[i, j] = current[i, j] = initial[i, j];
        }
        double c = speed * speed * 0.25;
        for (int s = 0; s < steps; s++)
        {
            for (int i = 1; i < rows - 1; i++)
            {
                for (int j = 1; j < columns - 1; j++)
                {
                    double laplacian = current[i - 1, j] + current[i + 1, j] + current[i, j - 1] + current[i, j + 1] - (4 * current[i, j]);
                    next[i, j] = (2 * current[i, j]) - previous[i, j] + (c * laplacian);
                }
            }
            double[,] oldest = previous;
            previous = current;
            current = next;
            next = oldest;
        }
        return current[1, 1] + (current[2, 2] * current[1, 2]);
    }
}
