// A Vjp rule returns one derivative for two parameters.
// expect: DG0027 at CustomDerivative(Vjp = nameof(Rule))
using System;
using DiffGen;

namespace Rejected;

public static partial class ReturnType
{
    [CustomDerivative(Vjp = nameof(Rule))]
    public static double Product(double x, double y) => x * y;

    public static double Rule(double x, double y, double cotangent) => cotangent * y;
}
