// Gauss' hypergeometric series with derivatives in all four arguments.
// point: a: 0.5, b: 1.25, c: 2.5, z: 0.4
// value: 1.1257135966188592
// gradient: 0.27180964431803427, 0.11453433869464092, -0.059497310755882113, 0.40103129510889433
// within: 1e-10
// point: a: 1.5, b: -0.75, c: 3.5, z: -2.0
// value: 1.5813805605250076
// gradient: 0.36833678991089769, -1.0044276178955578, -0.15574505587417764, -0.26848855147835284
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Hypergeometric
{
    [Differentiable]
    public static double F(double a, double b, double c, double z)
    {
        if (c <= 0 && c == Math.Truncate(c))
            throw new ArgumentException("c is a pole.", nameof(c));
        if (z >= 1)
            throw new ArgumentOutOfRangeException(nameof(z));
        // Pfaff's transformation
        return z < -0.5 ? Math.Pow(1 - z, -a) * F(a, c - b, c, z / (z - 1)) : Sum(a, b, c, z);
    }

    [Differentiable]
    private static double Sum(double a, double b, double c, double z, double relative = 1e-17, int limit = 2000)
    {
        double term = 1, total = 1;
        for (int n = 0; n < limit; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            total += term;
            if (Math.Abs(term) <= relative * Math.Abs(total))
                break;
        }
        return total;
    }
}
