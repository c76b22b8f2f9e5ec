// A constant handed to an in parameter has its value.
// point: x: 0.7
// value: 3.4
// gradient: 2
using DiffGen;

namespace Cases.Calls;

public static partial class ConstantByIn
{
    private const double Two = 2;

    [Differentiable]
    public static double F(double x)
    {
        const double One = 1;
        double Local(in double v) => v * x;
        return Scale(x, One) + Scale(Two, in x) - Local(One) + Two;
    }

    [Differentiable]
    private static double Scale(double v, in double by) => v * by;
}
