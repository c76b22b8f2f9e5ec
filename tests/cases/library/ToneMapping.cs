// A filmic tone curve and the sRGB transfer function on the pixels of an image, in place.
// point: pixels: [0.1, 0.9, 2.5, 0.002, 12.0, 0.4], exposure: 0.8, gamma: 2.4
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ToneMapping
{
    [Differentiable]
    public static void F(Span<double> pixels, double exposure, double gamma)
    {
        for (int i = 0; i < pixels.Length; i += 3)
        {
            ref double r = ref pixels[i];
            ref double g = ref pixels[i + 1];
            ref double b = ref pixels[i + 2];
            double luminance = (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
            double scale = Curve(luminance * exposure) / luminance;
            r = Encode(r * scale, gamma);
            g = Encode(g * scale, gamma);
            b = Encode(b * scale, gamma);
        }
    }

    [Differentiable]
    private static double Curve(double x) => Math.Clamp(x * ((2.51 * x) + 0.03) / ((x * ((2.43 * x) + 0.59)) + 0.14), 0, 1);

    [Differentiable]
    private static double Encode(double c, double gamma) =>
        c <= 0.0031308 ? 12.92 * c : (1.055 * Math.Pow(c, 1 / gamma)) - 0.055;
}
