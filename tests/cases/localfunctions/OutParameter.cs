// An out parameter, declared at the call.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class OutParameter
{
    [Differentiable]
    public static double F(double x)
    {
        static double Polar(double r, double phi, out double y)
        {
            y = r * Math.Sin(phi);
            return r * Math.Cos(phi);
        }

        double sum = 0;
        for (int i = 1; i < 4; i++)
            sum += Polar(x, x * i, out double y) * y;
        return sum;
    }
}
