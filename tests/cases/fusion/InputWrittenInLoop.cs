// Each iteration overwrites the very element that it read.
// point: x: [1.0, 0.5, 0.25]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class InputWrittenInLoop
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            x[i] = v * v;
            s += Math.Sin(v) * x[i];
        }
        return s;
    }
}
