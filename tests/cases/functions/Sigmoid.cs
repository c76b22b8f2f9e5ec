// The logistic function, in the two spellings that avoid overflow.
// point: x: 3.5
// point: x: -3.5
// point: x: 800
// kink: flat to the last bit
// gradient: 0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Sigmoid
{
    [Differentiable]
    public static double F(double x)
    {
        if (x >= 0)
            return 1 / (1 + Math.Exp(-x));
        double e = Math.Exp(x);
        return e / (1 + e);
    }
}
