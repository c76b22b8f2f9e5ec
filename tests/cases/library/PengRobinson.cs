// The compressibility factor of Peng and Robinson's equation of state: Cardano's roots, the largest or the smallest.
// point: pressure: 20, temperature: 350, critical: new(369.8, 42.48, 0.152), vapour: true
// point: pressure: 60, temperature: 300, critical: new(369.8, 42.48, 0.152), vapour: false
// tolerance: 1e-5
using System;
using DiffGen;

namespace Cases.Library;

public static partial class PengRobinson
{
    private const double R = 83.14;

    public sealed record Critical(double Temperature, double Pressure, double Acentric);

    [Differentiable]
    public static double F(double pressure, double temperature, [NoDerivative] Critical critical, bool vapour)
    {
        double kappa = 0.37464 + (critical.Acentric * (1.54226 - (0.26992 * critical.Acentric)));
        double root = 1 + (kappa * (1 - Math.Sqrt(temperature / critical.Temperature)));
        double a = 0.45724 * R * R * critical.Temperature * critical.Temperature / critical.Pressure * root * root;
        double b = 0.07780 * R * critical.Temperature / critical.Pressure;
        double rt = R * temperature, ca = a * pressure / (rt * rt), cb = b * pressure / rt;
        return LargestRoot(cb - 1, ca - (cb * (2 + (3 * cb))), -cb * (ca - (cb * (1 + cb))), vapour);
    }

    // x³ + p x² + q x + r
    [Differentiable]
    private static double LargestRoot(double p, double q, double r, bool largest)
    {
        double s = ((3 * q) - (p * p)) / 9, t = ((9 * p * q) - (27 * r) - (2 * p * p * p)) / 54;
        double discriminant = (s * s * s) + (t * t);
        if (discriminant >= 0)
        {
            double w = Math.Sqrt(discriminant);
            return Math.Cbrt(t + w) + Math.Cbrt(t - w) - (p / 3);
        }
        double angle = Math.Acos(t / Math.Sqrt(-s * s * s)) / 3, size = 2 * Math.Sqrt(-s);
        Span<double> roots = [size * Math.Cos(angle), size * Math.Cos(angle + (2 * Math.PI / 3)), size * Math.Cos(angle + (4 * Math.PI / 3))];
        double best = roots[0];
        foreach (double x in roots[1..])
            best = largest ? Math.Max(best, x) : Math.Min(best, x);
        return best - (p / 3);
    }
}
