// Two passes over the input, the first for a maximum that has no second derivative of its own.
// point: x: [0.1, -0.4, 1.7, 0.9]
// value: 2.2730575613641006
// gradient: 0.1138290450022822 0.06904080575969326 0.5637989507342345 0.25333119850379
// direction: 1 0 -1 0.5
// hvp: 0.15063046545403228 0.022321189824961972 -0.38152032197291885 0.20856866669392454
// Reference values computed with PyTorch.
using System;
using DiffGen;

namespace Cases.Second;

public static partial class LogSumExp
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(ReadOnlySpan<double> x)
    {
        double top = x[0];
        for (int i = 1; i < x.Length; i++)
            top = Math.Max(top, x[i]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Exp(x[i] - top);
        return Math.Log(sum) + top;
    }
}
