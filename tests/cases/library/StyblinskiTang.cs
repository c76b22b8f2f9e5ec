// Styblinski and Tang's function from the last element to the first.
// point: x: [0.5, -0.3, 1.2]
// value: -9.6679
// gradient: -5.25, 7.246, -13.244
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class StyblinskiTang
{
    [Differentiable]
    public static double F(double[] x)
    {
        double sum = 0;
        int i = x.Length;
        while (i-- > 0)
        {
            double square = x[i] * x[i];
            sum += (square * square) - (16 * square) + (5 * x[i]);
        }
        return sum / 2;
    }
}
