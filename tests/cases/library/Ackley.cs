// Ackley's function with its parameters as optional arguments.
// point: x: [0.5, -0.3, 1.2], a: 20, b: 0.2, c: 2 * Math.PI
// value: 4.8572747891922387
// gradient: 0.74191402433007551, -1.8723986124492379, 3.2078438562433738
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Ackley
{
    [Differentiable(Wrt = [nameof(x)])]
    public static double F(ReadOnlySpan<double> x, double a = 20, double b = 0.2, double c = 2 * Math.PI)
    {
        double squares = 0, cosines = 0;
        for (int i = 0; i < x.Length; i++)
        {
            squares += x[i] * x[i];
            cosines += Math.Cos(c * x[i]);
        }
        return (-a * Math.Exp(-b * Math.Sqrt(squares / x.Length))) - Math.Exp(cosines / x.Length) + a + Math.E;
    }
}
