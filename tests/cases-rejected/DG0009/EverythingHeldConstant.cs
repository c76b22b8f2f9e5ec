// Every parameter is marked as constant.
// expect: DG0009 at Differentiable
using System;
using DiffGen;

namespace Rejected;

public static partial class EverythingHeldConstant
{
    [Differentiable]
    public static double F([NoDerivative] double x) => x * x;
}
