// The method with the rule writes its buffer and a variable: the rule turns the adjoints of what it leaves into those of what it found.
// point: a: new double[] { 0.5, -1.5, 2 }, r: 0.8
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class WrittenBuffer
{
    [Differentiable]
    public static double F(double[] a, double r)
    {
        for (int k = 0; k < 3; k++)
        {
            Scale(a, ref r, out double first);
            a[1] += first * r;
        }
        return (a[0] * a[1]) + a[2];
    }

    [CustomDerivative(Jvp = nameof(Forwards), Vjp = nameof(Backwards))]
    private static void Scale(double[] x, ref double r, out double first)
    {
        first = x[0];
        for (int i = 0; i < x.Length; i++)
            x[i] *= r;
        r *= r;
    }

    private static void Forwards(double[] x, ref double r, out double first, Span<double> dx, ref double dr, out double dFirst)
    {
        dFirst = dx[0];
        for (int i = 0; i < x.Length; i++)
            dx[i] = (dx[i] * r) + (x[i] * dr);
        dr = 2 * r * dr;
        Scale(x, ref r, out first);
    }

    private static void Backwards(double[] x, ref double r, double dFirst, Span<double> dx, ref double dr)
    {
        dr *= 2 * r;
        for (int i = 0; i < x.Length; i++)
        {
            dr += x[i] * dx[i];
            dx[i] *= r;
        }
        dx[0] += dFirst;
    }
}
