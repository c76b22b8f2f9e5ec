// A using declaration.
// expect: DG0102 at using var stream = new MemoryStream();
using System.IO;
using System;
using DiffGen;

namespace Rejected;

public static partial class Using
{
    [Differentiable]
    public static double F(double x)
    {
        using var stream = new MemoryStream();
        return x * x;
    }
}
