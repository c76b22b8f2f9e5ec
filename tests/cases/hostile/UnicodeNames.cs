// Greek letters and accents in names.
// point: α: 1.5, größe: 0.5
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class UnicodeNames
{
    [Differentiable]
    public static double F(double α, double größe)
    {
        double ω = Math.Sin(α) * größe;
        double Δω = ω - α;
        return ω * Δω;
    }
}
