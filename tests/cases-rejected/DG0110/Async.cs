// An async local function.
// expect: DG0110 at Later(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class Async
{
    [Differentiable]
    public static double F(double x)
    {
        return Later(x).Result;

        static async System.Threading.Tasks.Task<double> Later(double v)
        {
            await System.Threading.Tasks.Task.Yield();
            return v;
        }
    }
}
