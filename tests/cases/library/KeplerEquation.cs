// Kepler's equation by Newton's method: the eccentric anomaly.
// point: meanAnomaly: 1.2, eccentricity: 0.3
// value: 1.4992321122882775
// gradient: 1.0219211733134095, 1.0193054376089548
// within: 1e-10
// point: meanAnomaly: 9.0, eccentricity: 0.85
// value: 9.1942323897148698
// gradient: 0.54719245116103701, 0.12503823226228873
// within: 1e-10
// point: meanAnomaly: 1.2, eccentricity: 1.3
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class KeplerEquation
{
    [Differentiable]
    public static double F(double meanAnomaly, double eccentricity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(eccentricity);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(eccentricity, 1.0);
        double turns = 2 * Math.PI * Math.Floor(meanAnomaly / (2 * Math.PI));
        double m = meanAnomaly - turns, e = eccentricity;
        double anomaly = e < 0.8 ? m : Math.PI;
        double delta;
        int budget = 40;
        do
        {
            delta = (anomaly - (e * Math.Sin(anomaly)) - m) / (1 - (e * Math.Cos(anomaly)));
            anomaly -= delta;
        }
        while (Math.Abs(delta) > 1e-13 && --budget > 0);
        return anomaly + turns;
    }
}
