using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>The logarithm of a sum of exponentials, shifted by the largest so that nothing overflows.</summary>
public static partial class Lse
{
    /// <summary>log(Σ exp x).</summary>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "LogSumExpFast", FloatingPoint = FloatingPoint.Fast)]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Exp(x[i] - largest);
        return largest + Math.Log(sum);
    }
}
