// A linear system by Jacobi iteration: the solution lies in a buffer, matrix and right-hand side are active, and both are overwritten after the solver has run.
// point: a: new double[,] { { 4, 1, -1 }, { 0.5, 3, 1 }, { 1, -1, 5 } }, b: new double[] { 1, 2, -0.5 }
using System;
using DiffGen;

namespace Cases.Fixedpoints;

public static partial class LinearSystem
{
    [Differentiable]
    public static double F(double[,] a, double[] b)
    {
        double s = 0;
        for (int k = 0; k < 2; k++)
        {
            var x = new double[b.Length];
            Solve(x, a, b);
            for (int i = 0; i < x.Length; i++)
            {
                s += x[i] * x[i] * (i + 1);
                b[i] += Math.Sin(x[i]);
                x[i] = 0;
            }
            a[0, 0] += s;
        }
        return s;
    }

    [FixedPoint(nameof(Step))]
    private static void Solve(Span<double> x, double[,] a, ReadOnlySpan<double> b)
    {
        for (int i = 0; i < 400; i++)
            Step(x, a, b);
    }

    [Differentiable]
    private static void Step(Span<double> x, double[,] a, ReadOnlySpan<double> b)
    {
        var next = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double r = b[i];
            for (int j = 0; j < x.Length; j++)
            {
                if (j != i)
                    r -= a[i, j] * x[j];
            }
            next[i] = r / a[i, i];
        }
        for (int i = 0; i < x.Length; i++)
            x[i] = next[i];
    }
}
