// A local function assigns a field of a captured struct.
// expect: DG0203 at p.X
using System;
using DiffGen;

namespace Rejected;

public static partial class LocalFunctionWrites
{
    public struct P
    {
        public double X;
    }

    [Differentiable]
    public static double F(double x)
    {
        P p = default;
        void Update(double v) => p.X = v;
        Update(x);
        return p.X;
    }
}
