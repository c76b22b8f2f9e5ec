// The state is a struct that holds a reference; another is a plain number.
// point: a: new double[] { 0.5, -1.5, 2 }, b: 0.3
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class SavedTuple
{
    [Differentiable]
    public static double F(double[] a, double b)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += Norm(a) * Square(b + i);
            a[i] *= Math.Cos(s);
        }
        return s;
    }

    [CustomDerivative(Jvp = nameof(NormForwards), Forward = nameof(NormSave), Pullback = nameof(NormUse))]
    private static double Norm(ReadOnlySpan<double> x)
    {
        double s = 0;
        foreach (double e in x)
            s += e * e;
        return Math.Sqrt(s);
    }

    private static (double, double) NormForwards(ReadOnlySpan<double> x, ReadOnlySpan<double> dx)
    {
        double t = 0;
        for (int i = 0; i < x.Length; i++)
            t += x[i] * dx[i];
        return (Norm(x), t / Norm(x));
    }

    private static double NormSave(ReadOnlySpan<double> x, out (double Norm, double[] Copy) state)
    {
        state = (Norm(x), x.ToArray());
        return state.Norm;
    }

    private static void NormUse((double Norm, double[] Copy) state, double cotangent, Span<double> dx)
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += cotangent * state.Copy[i] / state.Norm;
    }

    [CustomDerivative(Jvp = nameof(SquareForwards), Forward = nameof(SquareSave), Pullback = nameof(SquareUse))]
    private static double Square(double x) => x * x;

    private static (double, double) SquareForwards(double x, double dx) => (x * x, 2 * x * dx);

    private static double SquareSave(double x, out double state)
    {
        state = 2 * x;
        return x * x;
    }

    private static double SquareUse(double state, double cotangent) => state * cotangent;
}
