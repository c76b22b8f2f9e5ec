// Two coupled equations by Gauss-Seidel steps on an array, with numbers as parameters; the start does not matter.
// point: p: 0.6, q: -0.4, start: new double[] { 0.1, 0.2 }
using System;
using DiffGen;

namespace Cases.Fixedpoints;

public static partial class NonlinearSystem
{
    [Differentiable]
    public static double F(double p, double q, double[] start)
    {
        Solve(start, p, q);
        return (start[0] * start[1]) + (p * start[0]);
    }

    [FixedPoint(nameof(Step))]
    private static void Solve(double[] x, double p, double q)
    {
        for (int i = 0; i < 300; i++)
            Step(x, p, q);
    }

    [Differentiable]
    private static void Step(double[] x, double p, double q)
    {
        x[0] = (0.5 * Math.Cos(x[1])) + p;
        x[1] = (0.4 * Math.Sin(x[0])) - q;
    }
}
