// A convolution with stride and padding, a leaky rectifier, and pooling by maximum.
// point: image: new double[,] { {0.1, 0.5, -0.3, 0.9}, {0.4, -0.8, 0.2, 0.1}, {0.6, 0.3, 0.7, -0.5}, {0.2, 0.9, -0.1, 0.35} }, kernel: new double[,] { {0.2, -0.5, 0.1}, {0.7, 0.3, -0.2}, {-0.1, 0.4, 0.6} }, bias: 0.05
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Convolution
{
    [Differentiable]
    public static double F(double[,] image, double[,] kernel, double bias)
    {
        int rows = image.GetLength(0), columns = image.GetLength(1), reach = kernel.GetLength(0) / 2;
        double best = double.MinValue;
        double sum = 0;
        for (int i = 0; i < rows; i += 2)
        {
            for (int j = 0; j < columns; j += 2)
            {
                double a = bias;
                for (int di = -reach; di <= reach; di++)
                {
                    int r = i + di;
                    if (r < 0 || r >= rows)
                        continue;
                    for (int dj = -reach; dj <= reach; dj++)
                    {
                        int c = j + dj;
                        if ((uint)c < (uint)columns)
                            a += image[r, c] * kernel[di + reach, dj + reach];
                    }
                }
                a = a > 0 ? a : 0.1 * a;
                best = Math.Max(best, a);
                sum += a;
            }
        }
        return best + (0.25 * sum);
    }
}
