// Other flags than the default still give correct companions beside it.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class JvpOnly
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Gradient)]
    public static double F(double x) => x * x * x;
}
