// try and catch.
// expect: DG0101 at try…
using System;
using DiffGen;

namespace Rejected;

public static partial class TryCatch
{
    [Differentiable]
    public static double F(double x)
    {
        try
        {
            return x * x;
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
