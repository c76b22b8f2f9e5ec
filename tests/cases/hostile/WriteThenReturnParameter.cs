// Returns a parameter after overwriting another one.
// point: x: 1.3, y: 2
// value: 2
// gradient: 0 1
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class WriteThenReturnParameter
{
    [Differentiable]
    public static double F(double x, double y)
    {
        x = y * x;
        x = 3;
        return y;
    }
}
