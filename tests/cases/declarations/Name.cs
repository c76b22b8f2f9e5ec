// Companions under another name.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class Name
{
    [Differentiable(Name = "Energy")]
    public static double F(double x) => x * x * x;
}
