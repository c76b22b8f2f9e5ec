// A marked member is called on an object that can hold another one of its own class.
// expect: DG0303 at m.G(x)
using DiffGen;

namespace Rejected;

public partial class Machine
{
    public double Rate;
    public Machine? Next;

    [Differentiable]
    public double G(double x) => x * Rate;
}

public static partial class InstanceCall
{
    [Differentiable]
    public static double F(double x, [NoDerivative] Machine m) => m.G(x);
}
