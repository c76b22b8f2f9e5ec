// Twelve parameters: the tuple of gradients nests beyond seven elements.
// point: a1: 1, a2: 2, a3: 3, a4: 4, a5: 5, a6: 6, a7: 7, a8: 8, a9: 9, a10: 10, a11: 11, a12: 12
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class ManyParameters
{
    [Differentiable]
    public static double F(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8, double a9, double a10, double a11, double a12) =>
        (a1 * a2 * a3) + (a4 * a5) - (a6 / a7) + (a8 * a9 * a10) + Math.Sin(a11) - a12;
}
