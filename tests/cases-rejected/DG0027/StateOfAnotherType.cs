// The two halves of a rule disagree on the state.
// expect: DG0027 at CustomDerivative(Forward = nameof(Save), Pullback = nameof(Use))
using System;
using DiffGen;

namespace Rejected;

public static partial class StateOfAnotherType
{
    [CustomDerivative(Forward = nameof(Save), Pullback = nameof(Use))]
    public static double Square(double x) => x * x;

    public static double Save(double x, out double state)
    {
        state = x;
        return x * x;
    }

    public static double Use(float state, double cotangent) => 2 * state * cotangent;
}
