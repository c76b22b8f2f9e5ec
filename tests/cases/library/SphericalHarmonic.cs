// A real spherical harmonic: associated Legendre polynomials by recurrence in the degree.
// point: l: 5, m: 2, theta: 0.7, phi: 1.1
// value: -0.33800963836389441
// gradient: 0.80573204275787683, -0.92873086918880088
// within: 1e-10
// point: l: 4, m: -3, theta: 1.9, phi: -0.4
// value: 0.45197853179848595
// gradient: 0.85974969795170756, -0.52716005686886663
// within: 1e-10
// point: l: 3, m: 0, theta: 0.7, phi: 2.0
// value: -0.021430020450455052
// gradient: -1.3882899918227718, 0.0
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SphericalHarmonic
{
    [Differentiable]
    public static double F(int l, int m, double theta, double phi)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(l);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(m), l);
        double p = Normalisation(l, Math.Abs(m)) * Legendre(l, Math.Abs(m), Math.Cos(theta));
        return m == 0 ? p : Math.Sqrt(2.0) * p * (m > 0 ? Math.Cos(m * phi) : Math.Sin(-m * phi));
    }

    private static double Normalisation(int l, int m)
    {
        double ratio = 1.0;
        for (int i = l - m + 1; i <= l + m; i++)
            ratio /= i;
        return Math.Sqrt(((2 * l) + 1) / (4.0 * Math.PI) * ratio);
    }

    [Differentiable]
    private static double Legendre(int l, int m, double x)
    {
        double pmm = 1.0;
        double root = Math.Sqrt((1.0 - x) * (1.0 + x));
        for (int i = 1; i <= m; i++)
            pmm *= ((2 * i) - 1) * root;
        if (l == m)
            return pmm;
        double pmm1 = x * ((2 * m) + 1) * pmm;
        for (int n = m + 2; n <= l; n++)
            (pmm, pmm1) = (pmm1, ((x * ((2 * n) - 1) * pmm1) - ((n + m - 1) * pmm)) / (n - m));
        return pmm1;
    }
}
