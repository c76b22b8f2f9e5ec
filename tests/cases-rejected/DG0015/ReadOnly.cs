// An object of the class cannot hold the derivative by a member that nothing can write.
// expect: DG0015 at F
using DiffGen;

namespace Rejected;

public partial class Gain
{
    public double Factor { get; }

    public Gain(double factor) => Factor = factor;

    [Differentiable]
    public double F(double x) => x * Factor;
}
