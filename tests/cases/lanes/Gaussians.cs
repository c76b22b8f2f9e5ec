// Points against centres, with memory for the terms: a mixture of Gaussians in small.
// point: x: LaneData.Signed(2 * 19), m: LaneData.Signed(6, 4), n: 19
// lengths: x: LaneData.Signed(2 * N), m: LaneData.Signed(6, 4), n: N
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class Gaussians
{
    [Differentiable]
    public static double F(double[] x, double[] m, int n)
    {
        int k = m.Length / 2;
        Span<double> terms = stackalloc double[3];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            double largest = double.NegativeInfinity;
            for (int j = 0; j < k; j++)
            {
                double a = x[2 * i] - m[2 * j], b = x[2 * i + 1] - m[2 * j + 1];
                terms[j] = -0.5 * (a * a + b * b);
                if (terms[j] > largest)
                    largest = terms[j];
            }
            double s = 0;
            for (int j = 0; j < k; j++)
                s += Math.Exp(terms[j] - largest);
            total += largest + Math.Log(s);
        }
        return total;
    }
}
