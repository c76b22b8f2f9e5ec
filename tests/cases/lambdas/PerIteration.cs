// A lambda made anew in each iteration captures a variable of the iteration.
// point: x: [0.7, 0.4, 2]
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class PerIteration
{
    [Differentiable]
    public static double F(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double local = x[i] * sum;
            Func<double, double> f = v => (v * local) + x[0];
            local += 1;
            sum += f(x[i]);
        }
        return sum;
    }
}
