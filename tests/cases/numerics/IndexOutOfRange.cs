// A computed index out of range throws as the vector's indexer does.
// point: v: new Vector2(1f, 2f), k: 2
// throws: ArgumentOutOfRangeException
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class IndexOutOfRange
{
    [Differentiable]
    public static float F(Vector2 v, int k)
    {
        v[k] = v.X * v.Y;
        return v.Y;
    }
}
