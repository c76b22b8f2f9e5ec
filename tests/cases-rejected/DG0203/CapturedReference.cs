// A local function writes a captured variable through a ref local.
// expect: DG0203 at b
using System;
using DiffGen;

namespace Rejected;

public static partial class CapturedReference
{
    [Differentiable]
    public static double F(double x)
    {
        double b = 0;
        void Update(double v)
        {
            ref double target = ref b;
            target = v;
        }

        Update(x);
        return b;
    }
}
