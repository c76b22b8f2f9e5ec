// An object of a class is made in the body.
// expect: DG0117 at new List<double> { x }
using System.Collections.Generic;
using System;
using DiffGen;

namespace Rejected;

public static partial class ObjectWithInitializer
{
    [Differentiable]
    public static double F(double x)
    {
        var list = new List<double> { x };
        return list[0];
    }
}
