// A nested local function writes a variable of the one around it.
// expect: DG0203 at count
using System;
using DiffGen;

namespace Rejected;

public static partial class NestedWrites
{
    [Differentiable]
    public static double F(double x)
    {
        double Outer(double v)
        {
            int count = 0;
            void Inner() => count++;
            Inner();
            return v * count;
        }

        return Outer(x);
    }
}
