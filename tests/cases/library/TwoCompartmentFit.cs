// A two-compartment model with oral absorption fitted to concentrations: doses, Runge-Kutta steps to each sample, censoring.
// point: log: [0.2, 1.1, -1.0, 2.3, -0.4], doses: [new(0, 100), new(8, 50)], samples: [new(1, 4.2), new(3, 5.0), new(9, 3.9), new(16, 0.02)]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class TwoCompartmentFit
{
    public readonly record struct Dose(double Time, double Amount);

    public readonly record struct Sample(double Time, double Concentration);

    private const double DetectionLimit = 0.05, MaximumStep = 0.25;

    private partial struct Amounts
    {
        public double Gut, Central, Peripheral;

        [Differentiable]
        public static Amounts operator +(Amounts a, Amounts b) =>
            new() { Gut = a.Gut + b.Gut, Central = a.Central + b.Central, Peripheral = a.Peripheral + b.Peripheral };

        [Differentiable]
        public static Amounts operator *(Amounts a, double s) => new() { Gut = a.Gut * s, Central = a.Central * s, Peripheral = a.Peripheral * s };
    }

    private readonly record struct Rates(double Absorption, double Elimination, double Out, double Back, double Volume);

    [Differentiable]
    public static double F(double[] log, [NoDerivative] Dose[] doses, [NoDerivative] Sample[] samples)
    {
        Rates rates = ToRates(log);
        var state = default(Amounts);
        double time = 0, cost = 0;
        int dose = 0;
        foreach (Sample sample in samples)
        {
            while (dose < doses.Length && doses[dose].Time <= sample.Time)
            {
                Advance(ref state, ref time, doses[dose].Time, rates);
                state.Gut += doses[dose].Amount;
                dose++;
            }
            Advance(ref state, ref time, sample.Time, rates);
            cost += Residual(state.Central / rates.Volume, sample.Concentration);
        }
        return cost + Prior(log);
    }

    [Differentiable]
    private static Rates ToRates(double[] log)
    {
        Span<double> e = stackalloc double[5];
        for (int i = 0; i < log.Length; i++)
            e[i] = Math.Exp(log[i]);
        double clearance = e[1] * 0.1, volume = e[3], flow = e[2], peripheral = volume * e[4];
        return new Rates(e[0], clearance / volume, flow / volume, Back: flow / peripheral, volume);
    }

    [Differentiable]
    private static void Advance(ref Amounts state, ref double time, double until, in Rates rates)
    {
        double span = until - time;
        if (span <= 0)
            return;
        int steps = (int)Diff.StopGradient(Math.Ceiling(span / MaximumStep));
        double h = span / steps;
        for (int i = 0; i < steps; i++)
        {
            Amounts k1 = Slope(state, rates);
            Amounts k2 = Slope(state + (k1 * (h / 2)), rates);
            Amounts k3 = Slope(state + (k2 * (h / 2)), rates);
            Amounts k4 = Slope(state + (k3 * h), rates);
            state += (k1 + ((k2 + k3) * 2) + k4) * (h / 6);
        }
        time = until;
    }

    [Differentiable]
    private static Amounts Slope(Amounts a, in Rates r)
    {
        double absorbed = r.Absorption * a.Gut, exchange = (r.Out * a.Central) - (r.Back * a.Peripheral);
        return new Amounts
        {
            Gut = -absorbed,
            Central = absorbed - exchange - (r.Elimination * a.Central),
            Peripheral = exchange,
        };
    }

    [Differentiable]
    private static double Residual(double predicted, double observed)
    {
        if (observed < DetectionLimit)
            return predicted <= DetectionLimit ? 0 : Square(Math.Log(predicted / DetectionLimit));
        return Square(Math.Log(predicted / observed));
    }

    [Differentiable]
    private static double Prior(ReadOnlySpan<double> log)
    {
        double sum = 0;
        for (int i = 0; i < log.Length; i += 2)
            sum += 0.05 * Square(log[i]);
        return sum;
    }

    [Differentiable]
    private static double Square(double x) => x * x;
}
