// Fused multiply-add, ScaleB, CopySign, reciprocals, Lerp.
// point: x: 1.3, y: -0.7, z: 2.1
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class FusedAndScaled
{
    [Differentiable]
    public static double F(double x, double y, double z) =>
        Math.FusedMultiplyAdd(x, y, z) + Math.ScaleB(x, 3) + (Math.CopySign(x, y) * z) + double.Lerp(x, y, z) + double.MultiplyAddEstimate(x, z, y);
}
