// Lambert's W on both real branches by Halley's iteration.
// point: x: 1.5, branch: 0
// value: 0.72586135776622626
// gradient: 0.2803861212064392
// within: 1e-10
// point: x: -0.2, branch: 0
// value: -0.25917110181907375
// gradient: 1.7491967609218358
// within: 1e-10
// point: x: -0.2, branch: -1
// value: -2.5426413577735264
// gradient: -8.2411940564179045
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LambertW
{
    [Differentiable]
    public static double F(double x, int branch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x, -1.0 / Math.E);
        double w = (branch, x) switch
        {
            (-1, < 0.0) => Math.Log(-x) - Math.Log(-Math.Log(-x)),
            (0, > 3.0) => Math.Log(x) - Math.Log(Math.Log(x)),
            (0, _) => x / (1.0 + x),
            _ => throw new ArgumentException("No such branch.", nameof(branch)),
        };
        for (int i = 0; i < 50; i++)
        {
            double e = Math.Exp(w), f = (w * e) - x;
            double w1 = w + 1.0;
            double step = f / ((e * w1) - ((w + 2.0) * f / (2.0 * w1)));
            w -= step;
            if (Math.Abs(step) <= 1e-13 * (1.0 + Math.Abs(w)))
                break;
        }
        return w;
    }
}
