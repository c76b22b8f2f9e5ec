// A matrix has no place for what an object holds.
// expect: DG0040 at Differentiable(Derivatives.Jvp | Derivatives.Jacobian)
using DiffGen;

namespace Rejected;

public partial class JacobianOfObject
{
    public double Rate { get; set; }

    [Differentiable(Derivatives.Jvp | Derivatives.Jacobian)]
    public double F(double x) => x * Rate;
}
