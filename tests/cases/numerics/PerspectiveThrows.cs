// A factory that refuses its arguments does so in companions too, though nobody uses what it makes.
// point: near: -1f
// throws: ArgumentOutOfRangeException
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class PerspectiveThrows
{
    [Differentiable]
    public static float F(float near)
    {
        _ = Matrix4x4.CreatePerspective(2f, 1f, near, 10f);
        return near * near;
    }
}
