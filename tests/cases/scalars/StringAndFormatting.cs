// Strings may be computed as long as no derivative flows through them.
// point: x: 1.5, name: "abc"
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class StringAndFormatting
{
    [Differentiable]
    public static double F(double x, string name)
    {
        int length = name.Length;
        return x * length + (name == "abc" ? x * x : 0);
    }
}
