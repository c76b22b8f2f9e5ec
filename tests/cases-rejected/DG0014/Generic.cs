// Type parameters come in a later step.
// expect: DG0014 at F
using System.Numerics;
using System;
using DiffGen;

namespace Rejected;

public static partial class Generic
{
    [Differentiable]
    public static T F<T>(T x)
        where T : IFloatingPointIeee754<T> => x * x;
}
