// IEEERemainder rounds the quotient to even.
// point: x: 7.4, y: 2.1
// point: x: -5.2, y: 1.9
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Remainders
{
    [Differentiable]
    public static double F(double x, double y) => (Math.IEEERemainder(x, y) * x) + (x % y);
}
