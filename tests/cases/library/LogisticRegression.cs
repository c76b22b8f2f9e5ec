// The regularised loss of a logistic regression, stable for large margins on both sides.
// point: weights: [0.3, -0.5, 0.8], features: new double[,] { {1, 0.5, -0.2}, {1, -1.5, 0.7}, {1, 60, 0.1}, {1, 0.2, 50} }, labels: [true, false, true, false], ridge: 0.1
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LogisticRegression
{
    [Differentiable]
    public static double F(double[] weights, [NoDerivative] double[,] features, bool[] labels, double ridge)
    {
        double loss = 0;
        for (int i = 0; i < features.GetLength(0); i++)
        {
            double margin = 0;
            for (int j = 0; j < weights.Length; j++)
                margin += features[i, j] * weights[j];
            loss += Softplus(labels[i] ? -margin : margin);
        }
        double penalty = 0;
        for (int j = 1; j < weights.Length; j++)
            penalty += weights[j] * weights[j];
        return loss + (0.5 * ridge * penalty);
    }

    [Differentiable]
    private static double Softplus(double x) => x switch
    {
        > 30 => x,
        < -30 => Math.Exp(x),
        _ => double.LogP1(Math.Exp(x)),
    };
}
