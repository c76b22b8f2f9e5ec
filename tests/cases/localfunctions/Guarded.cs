// A guard in a local function throws for the whole method.
// point: x: 0.7
// point: x: -1
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class Guarded
{
    [Differentiable]
    public static double F(double x)
    {
        static double Root(double v) => v < 0 ? throw new ArgumentOutOfRangeException(nameof(v)) : Math.Sqrt(v);

        return Root(x) * Root(x + 1);
    }
}
