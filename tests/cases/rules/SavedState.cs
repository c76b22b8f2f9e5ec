// State of a class goes from the one sweep to the other, one object per call, in branches of a loop.
// point: x: 0.4, n: 5
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class SavedState
{
    private sealed record Saved(double Value, string Note);

    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (s > 1)
                s = Math.Sin(s);
            else
                s = Exp(s * 0.5) * x;
        }
        return s;
    }

    [CustomDerivative(Jvp = nameof(Forwards), Forward = nameof(Save), Pullback = nameof(Use))]
    private static double Exp(double x) => Math.Exp(x);

    private static (double, double) Forwards(double x, double dx) => (Math.Exp(x), Math.Exp(x) * dx);

    private static double Save(double x, out Saved state)
    {
        state = new(Math.Exp(x), "kept");
        return state.Value;
    }

    private static double Use(Saved state, double cotangent) => state.Note == "kept" ? state.Value * cotangent : double.NaN;
}
