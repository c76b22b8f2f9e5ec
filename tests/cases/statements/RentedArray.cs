// An array of the shared pool as scratch memory, given back in a finally.
// point: x: [0.3, -1.2, 0.8]
using System;
using System.Buffers;
using DiffGen;

namespace Cases.Statements;

public static partial class RentedArray
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double[] scratch = ArrayPool<double>.Shared.Rent(x.Length);
        try
        {
            for (int i = 0; i < x.Length; i++)
                scratch[i] = Math.Sin(x[i]);
            double s = 0;
            for (int i = 0; i < x.Length; i++)
            {
                scratch[i] *= scratch[(i + 1) % x.Length];
                s += scratch[i] * scratch[i];
            }
            return s;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }
}
