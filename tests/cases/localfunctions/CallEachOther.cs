// Local functions that call each other, declared after their use, and one inside another.
// point: x: 0.7, y: 2
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class CallEachOther
{
    [Differentiable]
    public static double F(double x, double y)
    {
        return Outer(x) - Outer(y);

        double Outer(double v)
        {
            double w = v * y;
            double Inner(double u)
            {
                double k = u + w;
                return Leaf(k) * x;
            }

            return Inner(v) + Inner(w);
        }

        double Leaf(double v) => Math.Sin(v) + y;
    }
}
