// Variables with the names that a generator likes to use.
// point: x: 1.5, value: 0.5, tape: 2
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class ShadowNames
{
    [Differentiable]
    public static double F(double x, double value, double tape)
    {
        double dx = x * value;
        double dValue = dx + tape;
        double gradient = dValue * dx;
        double cotangent = gradient - tape, result = cotangent * 2, tangent = 1;
        for (int i = 0; i < 3; i++)
            tangent *= result * 0.1;
        return tangent + dValue;
    }
}
