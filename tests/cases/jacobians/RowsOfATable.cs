// Only some rows of local memory are read, through a table of indices: the others need no tangents. The memory is written again in place.
// point: t: [0.3, -0.7, 1.1], table: [3, 11, 3, 0], y: new double[12]
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class RowsOfATable
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static void F(double[] t, int[] table, double[] y)
    {
        int rows = 12;
        var places = new double[3 * rows];
        for (int bone = 0; bone < t.Length; bone++)
        {
            double sin = Math.Sin(t[bone]);
            for (int row = 0; row < rows; row++)
            {
                for (int r = 0; r < 3; r++)
                    places[(3 * row) + r] += sin * (row - r + bone);
            }
        }
        for (int row = 0; row < rows; row++)
        {
            double first = places[3 * row], last = places[(3 * row) + 2];
            for (int r = 0; r < 3; r++)
                places[(3 * row) + r] = (t[0] * first) + (last * last);
        }
        for (int i = 0; i < table.Length; i++)
        {
            for (int r = 0; r < 3; r++)
                y[(3 * i) + r] = places[(3 * table[i]) + r] * t[1];
        }
    }
}
