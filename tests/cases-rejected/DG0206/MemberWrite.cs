// A field of an object is written.
// expect: DG0206 at log.Last
using DiffGen;

namespace Rejected;

public sealed class Log
{
    public double Last;
}

public static partial class MemberWrite
{
    [Differentiable]
    public static double F(double x, [NoDerivative] Log log)
    {
        log.Last = x;
        return x * x;
    }
}
