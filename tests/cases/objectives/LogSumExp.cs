// Maximum plus the logarithm of a sum of exponentials.
// point: x: CaseData.Flat("lse_n10", "input.x")
// objective: lse_n10 primal
// reference: lse_n10 1e-9 gradient
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class LogSumExp
{
    [Differentiable]
    public static double F(double[] x)
    {
        double top = x[0];
        foreach (double e in x)
            top = Math.Max(top, e);
        double s = 0;
        foreach (double e in x)
            s += Math.Exp(e - top);
        return top + Math.Log(s);
    }
}
