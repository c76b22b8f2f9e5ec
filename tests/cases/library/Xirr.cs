// The internal rate of return of dated flows: Newton's method that falls back to a halved step.
// point: flows: [-1000, 200, 350, 400, 250], days: [0, 120, 300, 500, 800]
// value: 0.16732144576947511
// gradient: 0.0010155249911009637, 0.00096516285577527543, 0.00089426364654821687, 0.00082157815536280976, 0.00072347552603563541
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Xirr
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> flows, ReadOnlySpan<int> days)
    {
        if (flows.Length != days.Length || flows.IsEmpty)
            throw new ArgumentException("Each flow has a day.");
        double rate = 0.1;
        for (int iteration = 0; iteration < 60; iteration++)
        {
            double value = 0, slope = 0;
            for (int i = 0; i < flows.Length; i++)
            {
                double years = (days[i] - days[0]) / 365.0, factor = Math.Pow(1 + rate, -years);
                value += flows[i] * factor;
                slope -= years * flows[i] * factor / (1 + rate);
            }
            double next = rate - (value / slope);
            if (next <= -1)
                next = 0.5 * (rate - 1);
            double change = Math.Abs(next - rate);
            rate = next;
            if (change < 1e-13)
                break;
        }
        return rate;
    }
}
