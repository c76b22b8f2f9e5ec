// A rule for each mode, called in a loop whose values it reads; its method cannot be lowered.
// point: x: 0.7, n: 4
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class VjpAndJvp
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = Foreign(s, x) + (0.5 * s);
        return s;
    }

    [CustomDerivative(Jvp = nameof(Forwards), Vjp = nameof(Backwards))]
    private static double Foreign(double x, double y)
    {
        try
        {
            return Math.Sin(x) * y;
        }
        catch (Exception)
        {
            return 0;
        }
    }

    private static (double Value, double Tangent) Forwards(double x, double y, double dx, double dy) =>
        (Foreign(x, y), (Math.Cos(x) * y * dx) + (Math.Sin(x) * dy));

    private static (double, double) Backwards(double x, double y, double cotangent) => (Math.Cos(x) * y * cotangent, Math.Sin(x) * cotangent);
}
