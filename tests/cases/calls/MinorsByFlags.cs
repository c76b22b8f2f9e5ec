// A determinant by minors: which columns are taken is in flags, and the sign of a term in a condition.
// point: a: new[] { 2.0, -1, 0.5, 3, 1, 4, -2, 0.25, 0.75, 1.5, 2.5, -1, 3, 0.5, 1.25, -0.5 }, n: 4
// tape: none
using DiffGen;

namespace Cases.Calls;

public static partial class MinorsByFlags
{
    [Differentiable]
    public static double F(double[] a, int n) => Minor(a, n, 0, new bool[n]);

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
