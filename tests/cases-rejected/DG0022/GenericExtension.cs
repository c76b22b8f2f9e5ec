// A member of an extension block with type parameters.
// expect: DG0022 at Twice
using System.Numerics;
using DiffGen;

namespace Rejected;

public static partial class GenericExtension
{
    extension<T>(T x)
        where T : INumber<T>
    {
        [Differentiable]
        public T Twice() => x + x;
    }
}
