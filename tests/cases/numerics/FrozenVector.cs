// A vector that is held constant, in doubles.
// point: x: [0.5, -1.5], axis: new Vector2(0.6f, 0.8f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class FrozenVector
{
    [Differentiable]
    public static double F(double[] x, [NoDerivative] Vector2 axis)
    {
        Vector2 turned = new Vector2(-axis.Y, axis.X) * axis.Length();
        return ((x[0] * turned.X) + (x[1] * turned.Y)) * x[0];
    }
}
