// Operators of Vector3, component by component and by a number.
// point: a: new Vector3(1.5f, -0.5f, 0.25f), b: new Vector3(0.75f, 2f, -1.25f), s: 0.5f
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class VectorArithmetic
{
    [Differentiable]
    public static float F(Vector3 a, Vector3 b, float s)
    {
        Vector3 c = (a + (b * s)) - ((2f * a) * b);
        c /= s;
        c = -c / (b + Vector3.One + Vector3.One);
        return (c.X * c.Y) - (c.Z * s);
    }
}
