// A parameter that is held constant is the first of the buffers that a loop exchanges.
// point: start: [1.0, 2.0, -0.5], x: 0.7
using DiffGen;

namespace Cases.Foreign;

public static partial class HeldParameterExchanged
{
    [Differentiable]
    public static double F([NoDerivative] double[] start, double x)
    {
        double[] current = start;
        for (int k = 0; k < 3; k++)
        {
            double[] next = new double[start.Length];
            for (int i = 0; i < next.Length; i++)
                next[i] = (x * current[i]) + (current[(i + 1) % next.Length] * current[i] * 0.1);
            current = next;
        }
        return current[0] + (current[1] * current[2]);
    }
}
