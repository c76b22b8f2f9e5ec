// The tape of split mode for a generic method.
// expect: DG0014 at F
using System.Numerics;
using DiffGen;

namespace Rejected;

public static partial class SplitMode
{
    [Differentiable(Derivatives.Pullback)]
    public static T F<T>(T x)
        where T : IFloatingPointIeee754<T> => x * x;
}
