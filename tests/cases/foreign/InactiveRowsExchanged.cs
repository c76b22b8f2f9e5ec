// A jagged array of a call without active arguments, rows of which are replaced by active ones.
// point: x: [0.5, -1.5]
using DiffGen;

namespace Cases.Foreign;

public static partial class InactiveRowsExchanged
{
    private static double[][] Identity(int n)
    {
        var result = new double[n][];
        for (int i = 0; i < n; i++)
        {
            result[i] = new double[n];
            result[i][i] = 1;
        }
        return result;
    }

    [Differentiable]
    public static double F(double[] x)
    {
        double[][] m = Identity(2);
        m[0] = new double[] { x[0], x[1] * x[0] };
        m[1][0] = x[1];
        return (m[0][0] * m[1][1]) - (m[0][1] * m[1][0]);
    }
}
