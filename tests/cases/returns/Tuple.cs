// A tuple of results: m = 3, n = 2.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class Tuple
{
    [Differentiable]
    public static (double Sum, double Product, double Power) F(double x, double y) => (x + y, x * y, Math.Pow(x, y));
}
