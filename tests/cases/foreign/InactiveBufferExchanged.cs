// A buffer that a call without active arguments returns is exchanged for one that carries derivatives, round after round.
// point: x: [0.5, -1.5, 2.0], rounds: 3
// point: x: [0.5, -1.5, 2.0], rounds: 0
using System;
using DiffGen;

namespace Cases.Foreign;

public static partial class InactiveBufferExchanged
{
    private static double[] Ones(int n)
    {
        var result = new double[n];
        Array.Fill(result, 1.0);
        return result;
    }

    [Differentiable]
    private static double[] Times(double[] a, double[] b)
    {
        var result = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            result[i] = a[i] * b[i];
        return result;
    }

    [Differentiable]
    public static double F(double[] x, int rounds)
    {
        double[] power = Ones(x.Length);
        for (int k = 0; k < rounds; k++)
            power = Times(power, x);
        double sum = x[0];
        foreach (double p in power)
            sum += p;
        return sum;
    }
}
