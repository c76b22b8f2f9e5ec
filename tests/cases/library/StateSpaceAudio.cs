// A synthesiser voice: oscillator with hard sync, envelope by phases, state-variable filter, soft clipping, compared with a target.
// tolerance: 1e-4
// point: knobs: [0.0971, 0.3, 0.02, 0.7, 0.15, 1.8], target: [0, 0.1, 0.2, 0.25, 0.2, 0.1, -0.1, -0.2, -0.25, -0.1, 0, 0.1]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class StateSpaceAudio
{
    private enum Phase { Attack, Decay, Release }

    private partial struct Filter
    {
        private double _low, _band;

        public double Cutoff { get; init; }
        public double Damping { get; init; }

        [Differentiable]
        public (double Low, double Band, double High) Tick(double input)
        {
            double g = Math.Tan(Math.PI * Cutoff), h = 1 / (1 + (g * (g + Damping)));
            double high = (input - ((Damping + g) * _band) - _low) * h;
            double band = (g * high) + _band, low = (g * band) + _low;
            _band = (g * high) + band;
            _low = (g * band) + low;
            return (low, band, high);
        }
    }

    [Differentiable]
    public static double F(double[] knobs, double[] target)
    {
        if (knobs is not [var pitch, var attack, var decay, var sustain, var cutoff, var drive])
            throw new ArgumentException("Six knobs are needed.", nameof(knobs));
        var filter = new Filter { Cutoff = cutoff, Damping = 0.9 };
        double phase = 0, level = 0, error = 0;
        var state = Phase.Attack;
        for (int n = 0; n < target.Length; n++)
        {
            Envelope(ref state, ref level, attack, decay, sustain, released: n >= 9);
            phase += pitch;
            double wrapped = phase - Math.Floor(phase);
            double wave = (0.7 * Math.Sin(2 * Math.PI * wrapped)) + (0.3 * Sync(wrapped, 1.618));
            var (low, _, high) = filter.Tick(wave * level);
            double sample = Clip(drive * (low + (0.2 * high)));
            double difference = sample - target[n];
            error += difference * difference;
        }
        return error / target.Length;
    }

    [Differentiable]
    private static void Envelope(ref Phase state, ref double level, double attack, double decay, double sustain, bool released)
    {
        if (released)
            state = Phase.Release;
        switch (state)
        {
            case Phase.Attack when level + attack >= 1:
                level = 1;
                state = Phase.Decay;
                break;
            case Phase.Attack:
                level += attack;
                break;
            case Phase.Decay:
                level = Math.Max(sustain, level - decay);
                break;
            case Phase.Release:
                level *= 0.8;
                break;
        }
    }

    [Differentiable]
    private static double Sync(double phase, double ratio)
    {
        double p = phase * ratio;
        if (p >= 1)
            p -= 1;
        return (2 * p) - 1;
    }

    [Differentiable]
    private static double Clip(double x) => x switch
    {
        > 1.5 => 1,
        < -1.5 => -1,
        _ => x - (4 * x * x * x / 27),
    };
}
