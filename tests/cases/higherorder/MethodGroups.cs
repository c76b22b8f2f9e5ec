// Method groups: a marked method, one with a rule, functions of Math, a local function that captures.
// point: x: 0.7, y: 2
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class MethodGroups
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double Local(double v) => v * y;
        return Apply(Cube, x) + Apply(Math.Tanh, x) + Apply(Local, y) + Apply(Ruled, y);
    }

    [Differentiable]
    private static double Apply([Differentiable] Func<double, double> f, double v) => f(v) * f(v + 1);

    [Differentiable]
    private static double Cube(double v) => v * v * v;

    [CustomDerivative(Jvp = nameof(RuledJvp), Vjp = nameof(RuledVjp))]
    private static double Ruled(double v) => v * v;

    private static (double Value, double Tangent) RuledJvp(double v, double dv) => (v * v, 2 * v * dv);

    private static double RuledVjp(double v, double cotangent) => 2 * v * cotangent;
}
