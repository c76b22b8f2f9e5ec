// A marked member of a class called on an object.
// expect: DG0303 at m.G(x)
using DiffGen;

namespace Rejected;

public partial class Machine
{
    [Differentiable]
    public double G(double x) => x;
}

public static partial class InstanceCall
{
    [Differentiable]
    public static double F(double x, [NoDerivative] Machine m) => m.G(x);
}
