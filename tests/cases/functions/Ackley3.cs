// Means of squares and of cosines inside two exponentials.
// point: x: [0.5, -1, 1.5]
// value: 5.8874423467408296
// gradient: 0.49729834662581914 -0.99459669325163827 1.4918950398774574
// direction: 1 -0.5 2
// hvp: -9.12569405743475 -3.8296520997765 -18.9425047637452
// The numbers are reference values in 17 digits for standard.
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Ackley3
{
    [Differentiable]
    public static double F(double[] x)
    {
        double squares = 0, waves = 0;
        for (int i = 0; i < x.Length; i++)
        {
            squares += x[i] * x[i];
            waves += Math.Cos(2 * Math.PI * x[i]);
        }
        return (-20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length))) - Math.Exp(waves / x.Length) + 20 + Math.E;
    }
}
