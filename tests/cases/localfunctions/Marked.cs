// The mark on a local function of a marked method is allowed and changes nothing.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class Marked
{
    [Differentiable]
    public static double F(double x)
    {
        [Differentiable]
        double G(double v) => v * v * x;

        return G(2) + G(x);
    }
}
