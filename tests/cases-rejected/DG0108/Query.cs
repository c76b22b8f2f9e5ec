// A LINQ query.
// expect: DG0108 at x.Select(v => v * v).Sum()
using System.Linq;
using System;
using DiffGen;

namespace Rejected;

public static partial class Query
{
    [Differentiable]
    public static double F(double[] x) => x.Select(v => v * v).Sum();
}
