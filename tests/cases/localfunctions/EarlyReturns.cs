// Several returns, one of them out of a loop.
// point: x: 0.7, y: 0.2
// point: x: -0.7, y: 0.2
// point: x: 3.7, y: 1.2
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class EarlyReturns
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double Grow(double v, double limit)
        {
            if (v < 0)
                return v * v * limit;
            double sum = v;
            for (int i = 0; i < 10; i++)
            {
                sum += v * i;
                if (sum > limit)
                    return sum * limit;
            }
            return sum;
        }

        return Grow(x, 5) + (Grow(y, x) * 2);
    }
}
