// A field of an object of a class.
// expect: DG0124 at s.Rate
using DiffGen;

namespace Rejected;

public sealed class Settings
{
    public double Rate;
}

public static partial class InstanceMember
{
    [Differentiable]
    public static double F(double x, [NoDerivative] Settings s) => x * s.Rate;
}
