// De Boor's algorithm with a stack buffer and a knot span found by bisection.
// point: control: [0.5, 1.5, -0.5, 2.0, 1.0, 0.25], knots: [0, 0, 0, 0, 0.4, 0.7, 1, 1, 1, 1], t: 0.55
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BSplineDeBoor
{
    private const int Degree = 3;

    [Differentiable]
    public static double F(ReadOnlySpan<double> control, [NoDerivative] ReadOnlySpan<double> knots, double t)
    {
        int span = FindSpan(knots, control.Length, t);
        Span<double> d = stackalloc double[Degree + 1];
        for (int j = 0; j <= Degree; j++)
            d[j] = control[j + span - Degree];
        for (int r = 1; r <= Degree; r++)
        {
            for (int j = Degree; j >= r; j--)
            {
                double left = knots[j + span - Degree];
                double alpha = (t - left) / (knots[j + 1 + span - r] - left);
                d[j] = ((1.0 - alpha) * d[j - 1]) + (alpha * d[j]);
            }
        }
        return d[^1];
    }

    [Differentiable]
    private static int FindSpan(ReadOnlySpan<double> knots, int count, double t)
    {
        int low = Degree, high = count;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            if (t < knots[middle])
                high = middle;
            else
                low = middle;
        }
        return low;
    }
}
