// A constant buffer needs no destination.
// point: data: [1.0, 2.0, 4.0], rate: 0.5
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class NoDerivativeBuffer
{
    [Differentiable]
    public static double F([NoDerivative] ReadOnlySpan<double> data, double rate)
    {
        double s = 0;
        foreach (double d in data)
            s += Math.Exp(-rate * d);
        return s;
    }
}
