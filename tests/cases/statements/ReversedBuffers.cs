// Arrays and spans turned round in place.
// point: x: [0.3, -1.2, 0.8]
// point: x: [0.3, -1.2, 0.8, 2.0]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class ReversedBuffers
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int k = 0; k < 2; k++)
        {
            Array.Reverse(x);
            x[0] *= x[1];
            x.AsSpan(1).Reverse();
            s += x[^1] * x[0];
        }
        return s;
    }
}
