// The exponential of a matrix by Padé's approximation with scaling and squaring; methods that return arrays.
// point: a: new double[,] { {0.5, -1.2}, {0.8, 0.3} }
// value: -2.795928720788641
// gradient: -0.54646878868574393, 2.0265417329607564, -0.1404666906539952, -2.9697954245434229
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class MatrixExponential
{
    [Differentiable]
    public static double F(double[,] a)
    {
        double[,] e = Exp(a);
        return e[0, 0] + (2 * e[0, 1]) - (e[1, 0] * e[1, 1]);
    }

    [Differentiable]
    private static double[,] Exp(double[,] a)
    {
        const int order = 6;
        int n = a.GetLength(0), squarings = Squarings(a);
        double[,] x = Scale(a, Math.ScaleB(1.0, -squarings));
        double[,] numerator = Identity(n), denominator = Identity(n), power = Identity(n);
        double c = 1;
        for (int k = 1; k <= order; k++)
        {
            c *= (order - k + 1) / (double)(k * ((2 * order) - k + 1));
            power = Multiply(power, x);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    numerator[i, j] += c * power[i, j];
                    denominator[i, j] += (k % 2 == 0 ? c : -c) * power[i, j];
                }
            }
        }
        double[,] result = Solve(denominator, numerator);
        for (int s = 0; s < squarings; s++)
            result = Multiply(result, result);
        return result;
    }

    [Differentiable]
    private static int Squarings(double[,] a)
    {
        double norm = 0;
        foreach (double v in a)
            norm = Math.Max(norm, Math.Abs(v));
        int s = 0;
        for (; norm > 0.25; norm /= 2)
            s++;
        return s;
    }

    private static double[,] Identity(int n)
    {
        var result = new double[n, n];
        for (int i = 0; i < n; i++)
            result[i, i] = 1;
        return result;
    }

    [Differentiable]
    private static double[,] Scale(double[,] a, double s)
    {
        var result = new double[a.GetLength(0), a.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                result[i, j] = s * a[i, j];
        }
        return result;
    }

    [Differentiable]
    private static double[,] Multiply(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var result = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                double aik = a[i, k];
                for (int j = 0; j < n; j++)
                    result[i, j] += aik * b[k, j];
            }
        }
        return result;
    }

    // Gauss and Jordan without pivoting: the denominator is close to the identity. Both arguments are overwritten.
    [Differentiable]
    private static double[,] Solve(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            double inverse = 1 / a[k, k];
            for (int j = 0; j < n; j++)
            {
                a[k, j] *= inverse;
                b[k, j] *= inverse;
            }
            for (int i = 0; i < n; i++)
            {
                if (i == k)
                    continue;
                double f = a[i, k];
                for (int j = 0; j < n; j++)
                {
                    a[i, j] -= f * a[k, j];
                    b[i, j] -= f * b[k, j];
                }
            }
        }
        return b;
    }
}
