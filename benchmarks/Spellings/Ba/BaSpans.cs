using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Small spans on the stack and helpers that fill them, in loops over three coordinates; the residuals are an array.</summary>
internal static partial class BaSpans
{
    [Differentiable(Derivatives.Jacobian, Wrt = new[] { nameof(cam), nameof(point), nameof(weight) })]
    public static void Residual(ReadOnlySpan<double> cam, ReadOnlySpan<double> point, double weight, ReadOnlySpan<double> feature, Span<double> residual)
    {
        Span<double> shifted = stackalloc double[3];
        Span<double> seen = stackalloc double[3];
        for (int i = 0; i < 3; i++)
            shifted[i] = point[i] - cam[3 + i];
        Rotate(cam[..3], shifted, seen);
        Span<double> image = stackalloc double[2];
        double square = 0;
        for (int i = 0; i < 2; i++)
        {
            image[i] = seen[i] / seen[2];
            square += image[i] * image[i];
        }
        double distortion = 1 + (cam[9] * square) + (cam[10] * square * square);
        for (int i = 0; i < 2; i++)
            residual[i] = weight * ((image[i] * distortion * cam[6]) + cam[7 + i] - feature[i]);
    }

    [Differentiable]
    private static void Rotate(ReadOnlySpan<double> r, ReadOnlySpan<double> x, Span<double> y)
    {
        double square = Dot(r, r);
        Span<double> cross = stackalloc double[3];
        if (square == 0)
        {
            Cross(r, x, cross);
            for (int i = 0; i < 3; i++)
                y[i] = x[i] + cross[i];
            return;
        }
        double angle = Math.Sqrt(square);
        double cos = Math.Cos(angle), sin = Math.Sin(angle);
        Span<double> axis = stackalloc double[3];
        for (int i = 0; i < 3; i++)
            axis[i] = r[i] / angle;
        Cross(axis, x, cross);
        double along = Dot(axis, x) * (1 - cos);
        for (int i = 0; i < 3; i++)
            y[i] = (x[i] * cos) + (cross[i] * sin) + (axis[i] * along);
    }

    [Differentiable]
    private static void Cross(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c)
    {
        for (int i = 0; i < 3; i++)
        {
            int j = (i + 1) % 3, k = (i + 2) % 3;
            c[i] = (a[j] * b[k]) - (a[k] * b[j]);
        }
    }

    [Differentiable]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
