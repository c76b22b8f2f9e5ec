// One step of iterative closest points: an axis-angle rotation by Rodrigues' formula, nearest neighbours, robust weights.
// point: rotation: [0.1, -0.2, 0.3], translation: [0.05, 0.1, -0.1], source: [[0, 0, 0], [1, 0, 0.2], [0, 1, 0.5]], target: [[0.1, 0, 0], [0.9, 0.4, 0.2], [-0.3, 1.0, 0.4], [2, 2, 2]]
// point: rotation: [0.0, 0.0, 0.0], translation: [0.05, 0.1, -0.1], source: [[0, 0, 0], [1, 0, 0.2], [0, 1, 0.5]], target: [[0.1, 0, 0], [0.9, 0.4, 0.2], [-0.3, 1.0, 0.4], [2, 2, 2]]
// kink: the formula for small angles
using System;
using DiffGen;

namespace Cases.Library;

public static partial class IcpResidual
{
    [Differentiable(Wrt = new[] { nameof(rotation), nameof(translation) })]
    public static double F(double[] rotation, double[] translation, double[][] source, double[][] target)
    {
        double[,] r = Rodrigues(rotation);
        double total = 0;
        Span<double> moved = stackalloc double[3];
        foreach (double[] point in source)
        {
            for (int i = 0; i < 3; i++)
            {
                moved[i] = translation[i];
                for (int j = 0; j < 3; j++)
                    moved[i] += r[i, j] * point[j];
            }
            double nearest = double.PositiveInfinity;
            foreach (double[] candidate in target)
            {
                double d = 0;
                for (int i = 0; i < 3; i++)
                {
                    double difference = moved[i] - candidate[i];
                    d += difference * difference;
                }
                nearest = Math.Min(nearest, d);
            }
            total += Huber(nearest, scale: 0.25);
        }
        return total;
    }

    [Differentiable]
    private static double Huber(double squared, double scale) =>
        squared <= scale * scale ? 0.5 * squared : scale * (Math.Sqrt(squared) - (0.5 * scale));

    [Differentiable]
    private static double[,] Rodrigues(double[] w)
    {
        double squared = (w[0] * w[0]) + (w[1] * w[1]) + (w[2] * w[2]);
        double a, b;
        if (squared < 1e-12)
        {
            a = 1 - (squared / 6);
            b = 0.5 - (squared / 24);
        }
        else
        {
            double angle = Math.Sqrt(squared);
            a = Math.Sin(angle) / angle;
            b = (1 - Math.Cos(angle)) / squared;
        }
        double[,] k = { { 0, -w[2], w[1] }, { w[2], 0, -w[0] }, { -w[1], w[0], 0 } };
        var r = new double[3, 3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double kk = 0;
                for (int m = 0; m < 3; m++)
                    kk += k[i, m] * k[m, j];
                r[i, j] = (i == j ? 1 : 0) + (a * k[i, j]) + (b * kk);
            }
        }
        return r;
    }
}
