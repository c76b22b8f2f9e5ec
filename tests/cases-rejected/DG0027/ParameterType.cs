// The second parameter of a rule has another type than the Jvp companion has.
// expect: DG0027 at CustomDerivative(Jvp = nameof(Rule))
using System;
using DiffGen;

namespace Rejected;

public static partial class ParameterType
{
    [CustomDerivative(Jvp = nameof(Rule))]
    public static double Square(double x) => x * x;

    public static (double, double) Rule(double x, float dx) => (x * x, 2 * x * dx);
}
