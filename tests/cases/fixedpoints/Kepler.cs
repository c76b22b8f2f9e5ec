// Kepler's equation E = M + e sin E, solved by plain iteration, inside a loop and with the start active: dE/dM = 1/(1 - e cos E), dE/de = sin E/(1 - e cos E).
// point: m: 0.8, e: 0.3
using System;
using DiffGen;

namespace Cases.Fixedpoints;

public static partial class Kepler
{
    [Differentiable]
    public static double F(double m, double e)
    {
        double s = 0;
        double anomaly = m;
        for (int i = 0; i < 3; i++)
        {
            anomaly = Solve(anomaly, m + (0.1 * i), e);
            s = Math.Sin(s) + (anomaly * anomaly);
        }
        return s;
    }

    [FixedPoint(nameof(Step))]
    private static double Solve(double anomaly, double m, double e)
    {
        while (true)
        {
            double next = Step(anomaly, m, e);
            if (Math.Abs(next - anomaly) <= 1e-16 * Math.Abs(next))
                return next;
            double again = Step(next, m, e);
            if (again == anomaly)
                return next;
            anomaly = again;
        }
    }

    [Differentiable]
    private static double Step(double anomaly, double m, double e) => m + (e * Math.Sin(anomaly));
}
