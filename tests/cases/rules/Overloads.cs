// Overloads declared earlier, with as many parameters as a rule's methods, are not taken for them.
// point: x: 0.4
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class Overloads
{
    [Differentiable]
    public static double F(double x) => Exp(x * x) + Exp(2 * x);

    [CustomDerivative(Jvp = nameof(Forwards), Forward = nameof(Save), Pullback = nameof(Use))]
    private static double Exp(double x) => Math.Exp(x);

    private static (double, double) Forwards(double x, double dx) => (Math.Exp(x), Math.Exp(x) * dx);

    private static float Save(float x, out string state)
    {
        state = "single";
        return MathF.Exp(x);
    }

    private static double Save(double x, out double state) => state = Math.Exp(x);

    private static float Use(string state, float cotangent) => state.Length * cotangent;

    private static double Use(double state, double cotangent) => state * cotangent;
}
