// The branch not taken would give NaN: it must contribute nothing.
// point: x: -1.0
// value: 1
// gradient: -2
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class NaNInBranchNotTaken
{
    [Differentiable]
    public static double F(double x) => x > 0 ? Math.Log(x) * Math.Sqrt(x) : x * x;
}
