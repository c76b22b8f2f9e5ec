// A return from three loops down, with work pending in each.
// point: x: 1.1, n: 4
// point: x: 1.1, n: 2
using System;
using DiffGen;

namespace Cases.Control;

public static partial class ReturnFromDepthThree
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double row = x;
            for (int j = 0; j < n; j++)
            {
                row *= x;
                for (int k = 0; k <= j; k++)
                {
                    s += row * k;
                    if (s > 20)
                        return s * x;
                }
            }
            s += row;
        }
        return s;
    }
}
