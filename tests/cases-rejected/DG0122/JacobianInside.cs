// A dense Jacobian inside differentiable code: forward and reverse companions can be called there, whole matrices of derivatives cannot.
// expect: DG0122 at GJacobian(x)
// compiler: CS0103
using DiffGen;

namespace Rejected;

public static partial class JacobianInside
{
    [Differentiable]
    public static double F(double x) => x * GJacobian(x)[0, 0];

    [Differentiable(Derivatives.Jacobian)]
    private static double G(double x) => x * x * x;
}
