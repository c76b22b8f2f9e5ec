// A call in a branch not taken contributes nothing, not even NaN.
// point: x: 0
// point: x: 0.5
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class BranchNotTaken
{
    [Differentiable]
    public static double F(double x)
    {
        double Steep(double v) => Math.Sqrt(v) * x;
        return x > 0.1 ? Steep(x) : x * 3;
    }
}
