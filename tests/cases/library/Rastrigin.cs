// Rastrigin's function with foreach over a span.
// point: x: [0.5, -0.3, 1.2]
// value: 41.78
// gradient: 1.0, -60.356643294831119, 62.156643294831119
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Rastrigin
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        double sum = 10d * x.Length;
        foreach (var xi in x)
            sum += (xi * xi) - (10 * double.CosPi(2 * xi));
        return sum;
    }
}
