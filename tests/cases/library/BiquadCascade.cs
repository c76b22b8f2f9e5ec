// A cascade of second-order sections in transposed direct form, each with its state in a struct updated in place.
// point: signal: [1, 0.5, -0.3, 0.2, 0.9, -1], frequency: 0.12, q: 0.8
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BiquadCascade
{
    public partial struct Section
    {
        public double B0, B1, B2, A1, A2;
        private double _z1, _z2;

        [Differentiable]
        public static Section LowPass(double frequency, double q)
        {
            double w = 2 * Math.PI * frequency, cos = Math.Cos(w), alpha = Math.Sin(w) / (2 * q), a0 = 1 + alpha;
            return new Section
            {
                B0 = (1 - cos) / (2 * a0),
                B1 = (1 - cos) / a0,
                B2 = (1 - cos) / (2 * a0),
                A1 = -2 * cos / a0,
                A2 = (1 - alpha) / a0,
            };
        }

        [Differentiable]
        public double Process(double x)
        {
            double y = (B0 * x) + _z1;
            _z1 = (B1 * x) - (A1 * y) + _z2;
            _z2 = (B2 * x) - (A2 * y);
            return y;
        }
    }

    [Differentiable]
    public static double F(double[] signal, double frequency, double q)
    {
        Section first = Section.LowPass(frequency, q), second = Section.LowPass(1.5 * frequency, q);
        double energy = 0;
        foreach (double x in signal)
        {
            double y = second.Process(first.Process(x));
            energy += y * y;
        }
        return energy;
    }
}
