// A loop variable of type double: start and step carry derivatives, the number of trips does not.
// point: start: 0.2, step: 0.31
using System;
using DiffGen;

namespace Cases.Control;

public static partial class FloatInductionVariable
{
    [Differentiable]
    public static double F(double start, double step)
    {
        double s = 0;
        for (double t = start; t < 2; t += step)
            s += t * t;
        return s;
    }
}
