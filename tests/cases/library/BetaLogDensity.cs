// The log-density of the beta distribution; its parameters in a readonly struct with a checking constructor.
// point: x: 0.35, alpha: 2.5, beta: 1.2
// value: -0.43212622377072277
// gradient: 3.978021978021978, -0.58582522578240949, 1.0254105198612454
// within: 1e-10
// point: x: 0.35, alpha: -2.5, beta: 1.2
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BetaLogDensity
{
    public readonly partial struct Beta
    {
        private readonly double _a, _b;

        [Differentiable]
        public Beta(double a, double b)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
            _a = a;
            _b = b;
        }

        [Differentiable]
        public double LogDensity(double x) => ((_a - 1) * Math.Log(x)) + ((_b - 1) * double.LogP1(-x)) - LogBeta(_a, _b);

        [Differentiable]
        private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

        [Differentiable]
        private static double LogGamma(double x)
        {
            double p = 1;
            while (x < 18)
                p *= x++;
            double r = 1 / x, s = r * r;
            return ((x - 0.5) * Math.Log(x)) - x + 0.91893853320467274178 - Math.Log(p)
                + (r * ((1.0 / 12) + (s * ((-1.0 / 360) + (s * ((1.0 / 1260) - (s / 1680)))))));
        }
    }

    [Differentiable]
    public static double F(double x, double alpha, double beta) => new Beta(alpha, beta).LogDensity(x);
}
