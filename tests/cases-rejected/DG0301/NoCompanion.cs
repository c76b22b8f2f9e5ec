// The other project asks for the gradient alone, which cannot stand in for a Jvp or a Vjp.
// expect: DG0301 at Library.Functions.Square(x)
// library: public static partial class Functions { [Differentiable(Derivatives.Gradient)] public static double Square(double x) => x * x; }
using System;
using DiffGen;

namespace Rejected;

public static partial class NoCompanion
{
    [Differentiable]
    public static double F(double x) => Library.Functions.Square(x) + x;
}
