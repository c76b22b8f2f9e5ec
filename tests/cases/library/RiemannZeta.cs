// Riemann's zeta function by Euler and Maclaurin's sum.
// point: s: 2.0
// value: 1.6449340668482264
// gradient: -0.93754825431584375
// within: 1e-10
// point: s: 3.7
// value: 1.1062882414646793
// gradient: -0.092206323353390407
// within: 1e-10
// point: s: 1.1
// value: 10.58444846495081
// gradient: -99.928163075770722
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class RiemannZeta
{
    private static readonly double[] BernoulliOverFactorial =
        [1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000];

    [Differentiable]
    public static double F(double s)
    {
        const int n = 12;
        double sum = 0.0;
        for (int k = 1; k < n; k++)
            sum += Math.Pow(k, -s);
        double tail = Math.Pow(n, -s);
        sum += (tail * n / (s - 1.0)) + (0.5 * tail);
        double rising = s, power = tail / n;
        for (int j = 0; j < BernoulliOverFactorial.Length; j++)
        {
            sum += BernoulliOverFactorial[j] * rising * power;
            rising *= (s + (2 * j) + 1) * (s + (2 * j) + 2);
            power /= n * n;
        }
        return sum;
    }
}
