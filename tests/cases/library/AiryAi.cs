// The Airy function Ai by its two Maclaurin series.
// point: x: 0.7
// value: 0.18916240039815007
// gradient: -0.19985119158228048
// within: 1e-10
// point: x: -2.4
// value: -0.043334140440309514
// gradient: 0.69801760154444187
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class AiryAi
{
    private const double C1 = 0.355028053887817239260063186, C2 = 0.258819403792806798405183561;

    [Differentiable]
    public static double F(double x)
    {
        (double f, double g) = Pair(x);
        return (C1 * f) - (C2 * g);
    }

    [Differentiable]
    private static (double F, double G) Pair(double x)
    {
        double cube = x * x * x;
        (double Value, double Term) f = (1.0, 1.0), g = (x, x);
        for (int k = 1; k <= 100; k++)
        {
            f.Term *= cube / (3 * k * ((3 * k) - 1));
            g.Term *= cube / (3 * k * ((3 * k) + 1));
            f.Value += f.Term;
            g.Value += g.Term;
            if (Math.Max(Math.Abs(f.Term), Math.Abs(g.Term)) < 1e-18)
                break;
        }
        return (f.Value, g.Value);
    }
}
