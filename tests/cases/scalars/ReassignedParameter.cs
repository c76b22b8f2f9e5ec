// A parameter that is overwritten: its derivative belongs to the value passed in.
// point: x: 2
// value: 8.0
// gradient: 12.0
// direction: 1
// hvp: 12
// The numbers are reference values in 17 digits for Enzyme ReverseMode/readwriteread.c.
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class ReassignedParameter
{
    [Differentiable]
    public static double F(double x)
    {
        double p = x * x;
        x = x * p;
        return x;
    }
}
