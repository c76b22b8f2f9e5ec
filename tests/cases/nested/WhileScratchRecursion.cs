// The gradient of a method with a while loop, scratch that is overwritten, and recursion.
// point: x: [0.5, -0.3, 0.8], s: 1.1
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class WhileScratchRecursion
{
    [Differentiable]
    public static double F(double[] x, double s)
    {
        var (value, gradient) = GValueAndGradient(x, s);
        double sum = value * gradient.s;
        for (int i = 0; i < x.Length; i++)
            sum += gradient.x[i] * gradient.x[i];
        return sum;
    }

    [Differentiable]
    private static double G(double[] x, double s)
    {
        var t = new double[x.Length];
        double total = 0;
        int k = 0;
        while (k < 3)
        {
            for (int i = 0; i < x.Length; i++)
                t[i] = x[i] * s + (k > 0 ? t[i] * 0.5 : 0);
            total += Power(t[k % t.Length], 3) * s;
            k++;
        }
        return total;
    }

    [Differentiable]
    private static double Power(double x, int n) => n == 0 ? 1 : Math.Sin(x) * Power(x, n - 1);
}
