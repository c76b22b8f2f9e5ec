// A variable passed by "in" is assigned while later arguments are evaluated: the callee sees the new value.
// point: x: 1.5
using DiffGen;

namespace Cases.Refs;

public static partial class InIsReadAtTheCall
{
    [Differentiable]
    public static double F(double x)
    {
        double y = x * x;
        return Difference(in y, y = x * x * x);
    }

    [Differentiable]
    private static double Difference(in double a, double b) => a * b - b;
}
