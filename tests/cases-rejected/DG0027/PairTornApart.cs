// A rule saves state that no other method uses.
// expect: DG0027 at CustomDerivative(Forward = nameof(Save))
using System;
using DiffGen;

namespace Rejected;

public static partial class PairTornApart
{
    [CustomDerivative(Forward = nameof(Save))]
    public static double Square(double x) => x * x;

    public static double Save(double x, out double state)
    {
        state = x;
        return x * x;
    }
}
