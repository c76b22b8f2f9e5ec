// -0.0 is kept in values.
// point: x: -0.0
// kink: at zero
// value: -0.0
// gradient: 1
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class NegativeZero
{
    [Differentiable]
    public static double F(double x) => x + -0.0;
}
