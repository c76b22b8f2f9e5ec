// The power in one band by a fast Fourier transform in place: bit reversal, butterflies with strides.
// point: re: [1, 0.5, -0.3, 0.2, 0.9, -1, 0.4, 0.1], im: [0, 0.1, 0, -0.2, 0.3, 0, 0, 0.5], band: 2
// value: 5.57
// gradient: 4.2, -1.2, -2.2, 3.2, 4.2, -1.2, -2.2, 3.2, 2.2, 3.2, -2.2, -3.2, 2.2, 3.2, -2.2, -3.2
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class FftRadix2
{
    [Differentiable]
    public static double F(double[] re, double[] im, int band)
    {
        Transform(re, im);
        return (re[band] * re[band]) + (im[band] * im[band]) + re[0];
    }

    [Differentiable]
    private static void Transform(Span<double> re, Span<double> im)
    {
        int n = re.Length;
        if ((n & (n - 1)) != 0)
            throw new ArgumentException("The length must be a power of two.", nameof(re));
        for (int i = 1, j = 0; i < n; i++)
        {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i < j)
            {
                (re[i], re[j]) = (re[j], re[i]);
                (im[i], im[j]) = (im[j], im[i]);
            }
        }
        for (int length = 2; length <= n; length <<= 1)
        {
            double angle = -2 * Math.PI / length;
            for (int start = 0; start < n; start += length)
            {
                for (int k = 0; k < length / 2; k++)
                {
                    var (ws, wc) = Math.SinCos(angle * k);
                    int a = start + k, b = a + (length / 2);
                    double tr = (re[b] * wc) - (im[b] * ws), ti = (re[b] * ws) + (im[b] * wc);
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }
}
