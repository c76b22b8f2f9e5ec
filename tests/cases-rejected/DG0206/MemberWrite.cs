// A member of an object without numbers is written, of which nothing is known but its type.
// expect: DG0206 at log.Count
using DiffGen;

namespace Rejected;

public sealed class Log
{
    public int Count;
}

public static partial class MemberWrite
{
    [Differentiable]
    public static double F(double x, Log log)
    {
        log.Count = 1;
        return x * x;
    }
}
