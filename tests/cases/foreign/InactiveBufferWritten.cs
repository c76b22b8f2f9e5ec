// Active values are written into a buffer that a call without active arguments returned, afresh in each iteration.
// point: x: [0.5, -1.5, 2.0]
using DiffGen;

namespace Cases.Foreign;

public static partial class InactiveBufferWritten
{
    private static double[,] Identity(int n)
    {
        var result = new double[n, n];
        for (int i = 0; i < n; i++)
            result[i, i] = 1;
        return result;
    }

    [Differentiable]
    public static double F(double[] x)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            double[,] m = Identity(2);
            m[0, 0] += x[k] * x[k];
            if (x[k] > 0)
                m[1, 0] = m[0, 0] * x[k];
            sum += (m[0, 0] * m[1, 1]) + (m[1, 0] * m[1, 0]);
        }
        return sum;
    }
}
