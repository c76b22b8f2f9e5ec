using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Rectangular arrays; the triangular matrices are built first, and each of their rows is multiplied as a sum in a number.</summary>
internal static partial class GmmMatrices
{
    [Differentiable(Derivatives.Gradient)]
    public static double LogPosterior(double[] alpha, double[,] mu, double[,] q, double[,] l, [NoDerivative] double[,] x)
    {
        int k = mu.GetLength(0), d = mu.GetLength(1), n = x.GetLength(0);
        var factors = new double[k * d, d];
        var traces = new double[k];
        double prior = 0;
        for (int c = 0; c < k; c++)
        {
            int next = 0;
            for (int column = 0; column < d; column++)
            {
                traces[c] += q[c, column];
                factors[(c * d) + column, column] = Math.Exp(q[c, column]);
                for (int row = column + 1; row < d; row++)
                    factors[(c * d) + row, column] = l[c, next++];
            }
            for (int row = 0; row < d; row++)
            {
                for (int column = 0; column <= row; column++)
                    prior += 0.5 * factors[(c * d) + row, column] * factors[(c * d) + row, column];
            }
        }
        double likelihood = 0;
        var terms = new double[k];
        var difference = new double[d];
        for (int i = 0; i < n; i++)
        {
            double top = double.NegativeInfinity;
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < d; j++)
                    difference[j] = x[i, j] - mu[c, j];
                double square = 0;
                for (int row = 0; row < d; row++)
                {
                    double y = 0;
                    for (int column = 0; column <= row; column++)
                        y += factors[(c * d) + row, column] * difference[column];
                    square += y * y;
                }
                terms[c] = alpha[c] + traces[c] - (0.5 * square);
                top = Math.Max(top, terms[c]);
            }
            double sum = 0;
            for (int c = 0; c < k; c++)
                sum += Math.Exp(terms[c] - top);
            likelihood += top + Math.Log(sum);
        }
        double highest = alpha[0];
        for (int c = 1; c < k; c++)
            highest = Math.Max(highest, alpha[c]);
        double total = 0;
        for (int c = 0; c < k; c++)
            total += Math.Exp(alpha[c] - highest);
        return likelihood - (n * (highest + Math.Log(total))) - prior;
    }
}
