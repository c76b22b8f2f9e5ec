// Softmax and cross entropy over a batch, with label smoothing.
// point: logits: new double[,] { {1, 2, -0.5}, {0.3, -0.2, 700} }, labels: [1, 2], smoothing: 0.1
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SoftmaxCrossEntropy
{
    [Differentiable]
    public static double F(double[,] logits, int[] labels, double smoothing)
    {
        int batch = logits.GetLength(0), classes = logits.GetLength(1);
        double loss = 0;
        for (int i = 0; i < batch; i++)
        {
            double maximum = logits[i, 0], total = 0;
            for (int j = 1; j < classes; j++)
                maximum = Math.Max(maximum, logits[i, j]);
            for (int j = 0; j < classes; j++)
                total += Math.Exp(logits[i, j] - maximum);
            double logTotal = maximum + Math.Log(total);
            for (int j = 0; j < classes; j++)
            {
                double target = (smoothing / classes) + (j == labels[i] ? 1 - smoothing : 0);
                loss += target * (logTotal - logits[i, j]);
            }
        }
        return loss / batch;
    }
}
