// Second derivatives of a norm and of a product.
// point: a: new Vector3(1f, -0.5f, 0.75f), b: new Vector3(0.5f, 0.25f, -1f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class HessianOfLength
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Gradient | Derivatives.Hvp | Derivatives.Hessian)]
    public static float F(Vector3 a, Vector3 b) => a.Length() * Vector3.Dot(a, b) + Vector3.Cross(a, b).LengthSquared();
}
