// Conversions between degrees and radians are linear.
// point: x: 0.4
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class DegreesRadians
{
    [Differentiable]
    public static double F(double x) => double.DegreesToRadians(x * x) + double.RadiansToDegrees(x);
}
