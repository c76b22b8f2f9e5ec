// A local function that changes a variable of its caller through ref, in a loop.
// point: x: 0.7, y: 1.2
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class RefParameter
{
    [Differentiable]
    public static double F(double x, double y)
    {
        static void Damp(ref double v, double by)
        {
            if (v > 2)
                return;
            v = (v * by) + Math.Exp(-v);
        }

        double position = x;
        for (int i = 0; i < 5; i++)
            Damp(ref position, y);
        return position * x;
    }
}
