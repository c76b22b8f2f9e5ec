// nint and nuint as counters, indices and factors.
// point: x: [1.5, -0.5, 2], n: 3
using DiffGen;

namespace Cases.Inactive;

public static partial class NativeIntegers
{
    [Differentiable]
    public static double F(double[] x, nint n)
    {
        double sum = 0;
        nuint steps = 0;
        for (nint i = 0; i < n; i++)
        {
            x[i] *= x[(int)((i + 1) % n)];
            sum += x[i] * i;
            steps += 2;
        }
        return sum * (double)steps * sizeof(int);
    }
}
