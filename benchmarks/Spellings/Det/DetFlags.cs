using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Which columns are taken is in flags instead of a linked list.</summary>
internal static partial class DetFlags
{
    [Differentiable(Derivatives.Gradient)]
    public static double Determinant(double[] a, int n) => Minor(a, n, 0, new bool[n]);

    [Differentiable]
    private static double Minor(double[] a, int n, int row, bool[] isTaken)
    {
        if (row == n)
            return 1;
        double sum = 0;
        bool isNegative = false;
        for (int column = 0; column < n; column++)
        {
            if (isTaken[column])
                continue;
            isTaken[column] = true;
            double term = a[(row * n) + column] * Minor(a, n, row + 1, isTaken);
            isTaken[column] = false;
            sum = isNegative ? sum - term : sum + term;
            isNegative = !isNegative;
        }
        return sum;
    }
}
