// An async method with a task.
// expect: DG0011 at F
using System.Threading.Tasks;
using System;
using DiffGen;

namespace Rejected;

public static partial class Async
{
    [Differentiable]
    public static async Task<double> F(double x)
    {
        await Task.Yield();
        return x * x;
    }
}
