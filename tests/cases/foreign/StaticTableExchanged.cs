// A static table is the first of the buffers that a loop exchanges.
// point: x: 0.7
using DiffGen;

namespace Cases.Foreign;

public static partial class StaticTableExchanged
{
    private static readonly double[] Start = [1, 2, -0.5];

    [Differentiable]
    public static double F(double x)
    {
        double[] current = Start;
        for (int k = 0; k < 3; k++)
        {
            double[] next = new double[current.Length];
            for (int i = 0; i < next.Length; i++)
                next[i] = x * x * current[(i + k) % next.Length];
            current = next;
        }
        return current[0] + (current[1] * current[2]);
    }
}
