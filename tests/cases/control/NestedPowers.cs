// Nested counting loops that overwrite one scalar.
// snapshot: the generated file
// point: x: 3
// value: 19683.0
// gradient: 59049.0
// direction: 1
// hvp: 157464
// The numbers are reference values in 17 digits for clad Loops.C f2.
using System;
using DiffGen;

namespace Cases.Control;

public static partial class NestedPowers
{
    [Differentiable]
    public static double F(double x)
    {
        double t = 1;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                t *= x;
        }
        return t;
    }
}
