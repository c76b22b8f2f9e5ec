// Rules for methods of an object that is handed on: it is the last of the parameters, and held constant.
// point: x: 0.7
// point: x: -0.4
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class OfInstance
{
    private static readonly Curve Shape = new([0.3, -1.2, 0.5]);

    [Differentiable]
    public static double F(double x) => Along(Shape, x) + Shape.At(x * x);

    [Differentiable]
    private static double Along([NoDerivative] Curve curve, double x)
    {
        double s = x;
        for (int i = 0; i < 3; i++)
            s = 0.5 * curve.At(s) + curve.At(s * i, 0.5);
        return s;
    }

    [DerivativeOf(typeof(Curve), nameof(Curve.At))]
    private static (double, double) AtJvp(double x, Curve curve, double dx) => (curve.At(x), curve.Slope(x) * dx);

    [DerivativeOf(typeof(Curve), nameof(Curve.At))]
    private static double AtVjp(double x, Curve curve, double cotangent) => curve.Slope(x) * cotangent;

    [DerivativeOf(typeof(Curve), nameof(Curve.At))]
    private static (double, double) AtJvp(double x, double scale, Curve curve, double dx, double dScale) =>
        (curve.At(x, scale), scale * curve.Slope(x) * dx + curve.At(x) * dScale);

    [DerivativeOf(typeof(Curve), nameof(Curve.At))]
    private static (double, double) AtVjp(double x, double scale, Curve curve, double cotangent) =>
        (scale * curve.Slope(x) * cotangent, curve.At(x) * cotangent);
}

public sealed class Curve(double[] coefficients)
{
    public double At(double x) => coefficients[0] + x * (coefficients[1] + x * coefficients[2]);

    public double At(double x, double scale) => scale * At(x);

    public double Slope(double x) => coefficients[1] + 2 * x * coefficients[2];
}
