// Every iteration reads the same parameter buffer: adjoints add up there.
// point: w: [0.5, -1.0], x: [1.0, 2.0, 3.0], y: [1.0, 0.0, 1.0]
// fused: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class SharedParameters
{
    [Differentiable(Wrt = new[] { nameof(w) })]
    public static double F(double[] w, double[] x, double[] y)
    {
        double loss = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double z = (w[0] * x[i]) + w[1];
            double p = 1 / (1 + Math.Exp(-z));
            loss += (p - y[i]) * (p - y[i]);
        }
        return loss;
    }
}
