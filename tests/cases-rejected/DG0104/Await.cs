// await needs an async method, which is rejected as such.
// expect: DG0011 at F
using System.Threading.Tasks;
using System;
using DiffGen;

namespace Rejected;

public static partial class Await
{
    [Differentiable]
    public static async Task<double> F(double x) => await Task.FromResult(x * x);
}
