// A captured variable counts with the value that it has at the call, not at the declaration.
// point: x: 1.3
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class CapturesByVariable
{
    [Differentiable]
    public static double F(double x)
    {
        double scale = 2;
        double Scaled(double v) => v * scale * x;
        double first = Scaled(x);
        scale = x * x;
        double second = Scaled(3);
        scale += first;
        return first + second + Scaled(1);
    }
}
