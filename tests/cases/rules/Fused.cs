// A loop that only sums calls of a rule is fused; with state, that is saved and used in one iteration.
// point: a: new double[] { 0.5, -1.5, 2, 0.1 }
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class Fused
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += Cube(a[i]) * a[i];
        return Math.Sin(s);
    }

    [CustomDerivative(Jvp = nameof(Forwards), Forward = nameof(Save), Pullback = nameof(Use))]
    private static double Cube(double x) => x * x * x;

    private static (double, double) Forwards(double x, double dx) => (Cube(x), 3 * x * x * dx);

    private static double Save(double x, out (double, int) state)
    {
        state = (x, 3);
        return Cube(x);
    }

    private static double Use((double X, int Power) state, double cotangent) => state.Power * state.X * state.X * cotangent;
}
