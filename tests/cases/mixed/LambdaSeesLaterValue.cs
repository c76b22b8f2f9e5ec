// A lambda and a local function read a captured variable that the method changes between calls, inside a loop that overwrites it.
// point: x: 0.7, y: 1.3
using System;
using DiffGen;

namespace Cases.Mixed;

public static partial class LambdaSeesLaterValue
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double scale = x;
        Func<double, double> times = v => v * scale;
        double s = Shift(y);
        for (int i = 0; i < 3; i++)
        {
            s = times(s) + Shift(scale);
            scale *= Math.Sin(s) + i;
            if (scale > 5)
                break;
        }
        return times(s) * Shift(scale);

        double Shift(double v) => v + (scale * x);
    }
}
