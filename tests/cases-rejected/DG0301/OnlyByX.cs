// The other project has companions by one parameter only: the derivative by the other would be lost.
// expect: DG0301 at Library.Functions.Times(x, 2 * x)
// library: public static partial class Functions { [Differentiable(Wrt = new[] { "x" })] public static double Times(double x, double y) => x * y; }
using System;
using DiffGen;

namespace Rejected;

public static partial class OnlyByX
{
    [Differentiable]
    public static double F(double x) => Library.Functions.Times(x, 2 * x);
}
