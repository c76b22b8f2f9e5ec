// The forward algorithm of a hidden Markov model with scaling at each step.
// point: start: [0.6, 0.4], transition: new double[,] { {0.7, 0.3}, {0.2, 0.8} }, emission: [[0.5, 0.3, 0.2], [0.1, 0.3, 0.6]], symbols: [0, 2, 1, 2, 0]
// value: -5.7007981322392469
// gradient: 1.3624877964738988, 0.45626830528915178, 1.5418006661689542, 2.5069129386090852, 3.0232225923160857, 1.9550264170447367, 2.9751119852983403, 1.1562529910603189, 3.3348288634927927, 5.1244400735082984, 2.1770803422730144, 2.2217237121690691
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class HmmForward
{
    [Differentiable]
    public static double F(double[] start, double[,] transition, double[][] emission, int[] symbols)
    {
        int states = start.Length;
        var alpha = new double[states];
        double logLikelihood = 0;
        for (int t = 0; t < symbols.Length; t++)
        {
            var next = new double[states];
            for (int j = 0; j < states; j++)
            {
                double arrival = t == 0 ? start[j] : 0;
                for (int i = 0; t > 0 && i < states; i++)
                    arrival += alpha[i] * transition[i, j];
                next[j] = arrival * emission[j][symbols[t]];
            }
            double scale = 0;
            foreach (double a in next)
                scale += a;
            for (int j = 0; j < states; j++)
                next[j] /= scale;
            alpha = next;
            logLikelihood += Math.Log(scale);
        }
        return logLikelihood;
    }
}
