// A bicubic sample of an image with clamped borders: Keys' kernel in a static local of weights.
// point: image: new double[,] { {0.1, 0.5, 0.3, 0.9}, {0.4, 0.8, 0.2, 0.1}, {0.6, 0.3, 0.7, 0.5} }, u: 1.3, v: 0.6
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BicubicSample
{
    [Differentiable]
    public static double F(double[,] image, double u, double v)
    {
        int x = (int)Diff.StopGradient(Math.Floor(u)), y = (int)Diff.StopGradient(Math.Floor(v));
        Span<double> wx = stackalloc double[4], wy = stackalloc double[4];
        Weights(u - x, wx);
        Weights(v - y, wy);
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            int row = Math.Clamp(y + i - 1, 0, image.GetLength(0) - 1);
            double line = 0;
            for (int j = 0; j < 4; j++)
                line += wx[j] * image[row, Math.Clamp(x + j - 1, 0, image.GetUpperBound(1))];
            sum += wy[i] * line;
        }
        return sum;
    }

    [Differentiable]
    private static void Weights(double t, Span<double> w)
    {
        for (int i = 0; i < w.Length; i++)
            w[i] = Kernel(Math.Abs(t + 1 - i));
    }

    [Differentiable]
    private static double Kernel(double d, double a = -0.5) => d switch
    {
        <= 1 => ((((a + 2) * d) - (a + 3)) * d * d) + 1,
        < 2 => ((((((a * d) - (5 * a)) * d) + (8 * a)) * d) - (4 * a)),
        _ => 0,
    };
}
