// ?? and ??= on references without a derivative, and on arrays.
// point: x: [0.3, -1.2], n: 0
// point: x: [0.3, -1.2], n: 5
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class NullCoalescing
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        string text = n > 3 ? "four" : null;
        double[] w = n > 3 ? x : null;
        w ??= [x[1], x[0] * x[0], 3];
        text ??= "none at all";
        int length = (n > 3 ? text : null)?.Length ?? 7;
        return w[0] * w[^1] * (text ?? throw new InvalidOperationException()).Length * length;
    }
}
