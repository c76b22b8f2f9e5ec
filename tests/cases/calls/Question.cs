// Marked methods that return an index, a truth value or an enum: called with active arguments, no derivative of their own.
// point: x: [0.2, 1.4, 3.0], at: 2.1
// point: x: [0.2, 1.4, 3.0], at: 0.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class Question
{
    private enum Side { Left, Right }

    [Differentiable]
    private static int Find(ReadOnlySpan<double> x, double at)
    {
        int low = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] * x[i] <= at * at)
                low = i;
        }
        return low;
    }

    [Differentiable]
    private static bool IsLarge(double x) => Math.Abs(x) > 1;

    [Differentiable]
    private static Side SideOf(double x, double y) => x < y ? Side.Left : Side.Right;

    [Differentiable]
    public static double F(double[] x, double at)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int k = Find(x, at + i);
            sum += x[k] * at;
            x[k] *= IsLarge(x[i] * at) ? 0.5 : 2;
        }
        return SideOf(sum, at) switch { Side.Left => sum * sum, _ => sum + at };
    }
}
