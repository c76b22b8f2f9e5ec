// Newton's method on g(x, a) = 0 with the derivative of g by a forward companion, in a while loop that ends by the values.
// point: a: 2
// value: 1.2599210498948732
// gradient: 0.2099868416491455
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class NewtonSteps
{
    [Differentiable]
    public static double F(double a)
    {
        double x = a;
        int steps = 0;
        while (steps < 50)
        {
            var (value, slope) = ResidualJvp(x, a, 1);
            if (Math.Abs(value) < 1e-14)
                break;
            x -= value / slope;
            steps++;
        }
        return x;
    }

    [Differentiable(Wrt = new[] { nameof(x) })]
    private static double Residual(double x, double a) => x * x * x - a;
}
