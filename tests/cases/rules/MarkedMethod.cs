// The marked method has a rule: its own companions go through it.
// point: x: 0.7, a: new double[] { 0.5, -1.5 }
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class MarkedMethod
{
    [Differentiable]
    [CustomDerivative(Jvp = nameof(Forwards), Vjp = nameof(Backwards))]
    public static double F(double x, double[] a)
    {
        string text = $"{x}";
        return text.Length > 0 ? Math.Sin(x) * a[0] * a[1] : 0;
    }

    private static (double, double) Forwards(double x, double[] a, double dx, Span<double> da) =>
        (F(x, a), (Math.Cos(x) * a[0] * a[1] * dx) + (Math.Sin(x) * ((da[0] * a[1]) + (a[0] * da[1]))));

    private static double Backwards(double x, double[] a, double cotangent, Span<double> da)
    {
        da[0] += cotangent * Math.Sin(x) * a[1];
        da[1] += cotangent * Math.Sin(x) * a[0];
        return cotangent * Math.Cos(x) * a[0] * a[1];
    }
}
