// A static field that can change is held constant, with a warning.
// expect: DG0205 at _rate
// still-generates
using System;
using DiffGen;

namespace Rejected;

public static partial class MutableStatic
{
    private static double _rate = 2;

    [Differentiable]
    public static double F(double x) => x * _rate;

    public static void SetRate(double rate) => _rate = rate;
}
