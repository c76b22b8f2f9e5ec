// A local function hands a captured variable on by ref.
// expect: DG0203 at b
using System;
using DiffGen;

namespace Rejected;

public static partial class CapturedByRef
{
    [Differentiable]
    public static double F(double x)
    {
        double b = 0;
        void Update(double v) => Set(ref b, v);
        static void Set(ref double target, double v) => target = v;
        Update(x);
        return b;
    }
}
