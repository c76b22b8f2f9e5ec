// Assertions about active values.
// point: x: 0.5
using System.Diagnostics;
using DiffGen;

namespace Cases.Inactive;

public static partial class Assertions
{
    [Differentiable]
    public static double F(double x)
    {
        Debug.Assert(x > 0);
        Debug.Assert(x * x < 100, $"{x} is too large");
        Trace.WriteLine(x);
        return x * x;
    }
}
