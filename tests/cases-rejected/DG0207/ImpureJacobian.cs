// A Jacobian takes several passes, in each of which the call would return another number.
// expect: DG0207 at random.Next(3)
using System;
using DiffGen;

namespace Rejected;

public static partial class ImpureJacobian
{
    [Differentiable(Derivatives.Jacobian)]
    public static void F(ReadOnlySpan<double> x, Span<double> y, Random random)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = x[i] * random.Next(3);
    }
}
