// Overloads by type and by number of parameters.
// point: x: 1.5, y: 0.5f
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class Overloads
{
    [Differentiable]
    public static double F(double x, float y) => G(x) + G(y) + G(x, y);

    [Differentiable]
    private static double G(double a) => a * a;

    [Differentiable]
    private static float G(float a) => a * a * a;

    [Differentiable]
    private static double G(double a, double b) => a / b;
}
