// The deviance of a Poisson regression with offsets and an exposure that may be left empty.
// point: weights: [0.2, 0.4], rows: [[1, 0.5], [1, -0.3], [1, 1.2]], counts: [2, 0, 5], exposure: [1.0, 2.0, 0.5]
// point: weights: [0.2, 0.4], rows: [[1, 0.5], [1, -0.3], [1, 1.2]], counts: [2, 0, 5], exposure: []
using System;
using DiffGen;

namespace Cases.Library;

public static partial class PoissonRegression
{
    [Differentiable]
    public static double F(double[] weights, [NoDerivative] double[][] rows, int[] counts, [NoDerivative] double[] exposure)
    {
        double deviance = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double eta = exposure.Length == 0 ? 0 : Math.Log(exposure[i]);
            double[] row = rows[i];
            for (int j = 0; j < row.Length; j++)
                eta = Math.FusedMultiplyAdd(row[j], weights[j], eta);
            double mu = Math.Exp(eta);
            deviance += counts[i] == 0 ? mu : (counts[i] * (Math.Log(counts[i]) - eta)) - (counts[i] - mu);
        }
        return 2 * deviance;
    }
}
