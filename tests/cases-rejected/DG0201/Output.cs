// Output of an active value.
// expect: DG0201 at Console.WriteLine(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class Output
{
    [Differentiable]
    public static double F(double x)
    {
        Console.WriteLine(x);
        return x * x;
    }
}
