// Pointers.
// expect: DG0013 at F
// compiler: CS0227
using DiffGen;

namespace Rejected;

public static partial class Unsafe
{
    [Differentiable]
    public static unsafe double F(double x)
    {
        double* p = &x;
        return *p * 2;
    }
}
