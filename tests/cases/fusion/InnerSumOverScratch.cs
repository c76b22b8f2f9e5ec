// The inner sum reads scratch that its outer loop fills anew, but the outer loop cannot be fused: its input is overwritten afterwards.
// point: a: new double[] { 0.5, -1.5, 2, 0.25 }
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class InnerSumOverScratch
{
    [Differentiable]
    public static double F(double[] a)
    {
        var row = new double[3];
        double total = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < row.Length; j++)
                row[j] = a[i] * a[i] * (j + 1);
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
                sum += Math.Exp(-row[j]);
            total += sum * a[i];
        }
        for (int i = 0; i < a.Length; i++)
            a[i] = Math.Sin(total);
        return total * a[1];
    }
}
