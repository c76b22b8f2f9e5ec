// The loop's inputs are overwritten after it: the fused pass comes later and still needs them.
// point: x: [1.0, 0.5, 0.25]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class InputOverwrittenLater
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Math.Exp(x[i]) * x[i];
        x[0] = s;
        x[1] = 0;
        return Math.Log(s) * x[0];
    }
}
