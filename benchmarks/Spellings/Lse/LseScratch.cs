using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>The exponentials in an array of their own, summed in another loop; the largest by its index.</summary>
internal static partial class LseScratch
{
    [Differentiable(Derivatives.Gradient)]
    public static double LogSumExp(double[] x)
    {
        int largest = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[largest])
                largest = i;
        }
        var exponentials = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            exponentials[i] = Math.Exp(x[i] - x[largest]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += exponentials[i];
        return x[largest] + Math.Log(sum);
    }
}
