using System.Collections.Generic;

namespace DiffGen.RandomPrograms.Tests.Syntax;

/// <summary>What random programs call besides their own helpers: a generic method, one with a delegate parameter, and one full of local functions.</summary>
internal static class FunctionDeclarations
{
    public static IReadOnlyList<(string Name, string Declaration)> All { get; } =
    [
        ("Swirl", """
            [Differentiable]
            private static double Swirl(double a, double b, int n)
            {
            double state = a;
            double Step(double v) => Math.Sin(v + state) * b;
            void Damp(ref double v, double by)
            {
            if (by < -3.5)
            return;
            v = (v * 0.5) + Math.Tanh(by);
            }

            for (int i = 0; i < n; i++)
            {
            state = Step(a * i) + (0.5 * state);
            if (i == 2)
            Damp(ref a, state);
            }
            Func<double, double> last = v => (v * state) + a;
            return Apply(last, b) + Apply(Math.Cos, a);
            }

            """),
        ("Apply", """
            [Differentiable]
            private static double Apply([Differentiable] Func<double, double> f, double x)
            {
            double y = x;
            for (int i = 0; i < 3; i++)
            y = Math.Tanh(f(y) + (0.25 * y));
            return y;
            }

            """),
        ("Blend", """
            [Differentiable]
            private static T Blend<T>(T a, T b)
            where T : System.Numerics.IFloatingPointIeee754<T>
            {
            T r = a;
            for (int i = 0; i < 3; i++)
            r = T.Sin((r * b) + T.CreateChecked(0.25 * i)) + (r * T.CreateChecked(0.5));
            return r * T.One;
            }

            """),
    ];
}
