// A double pendulum by the classical Runge-Kutta method on a state struct with operators.
// point: start: new(0.6, -0.4, 0.1, 0.2), length1: 1.0, length2: 0.8, steps: 20
using System;
using DiffGen;

namespace Cases.Library;

public static partial class DoublePendulum
{
    public partial record struct State(double A1, double A2, double W1, double W2)
    {
        [Differentiable]
        public static State operator +(State s, State t) => new(s.A1 + t.A1, s.A2 + t.A2, s.W1 + t.W1, s.W2 + t.W2);

        [Differentiable]
        public static State operator *(double h, State s) => new(h * s.A1, h * s.A2, h * s.W1, h * s.W2);
    }

    private const double Gravity = 9.81, Step = 0.01;

    [Differentiable]
    public static double F(State start, double length1, double length2, int steps)
    {
        State s = start;
        for (int n = 0; n < steps; n++)
        {
            State k1 = Slope(s, length1, length2);
            State k2 = Slope(s + (0.5 * Step * k1), length1, length2);
            State k3 = Slope(s + (0.5 * Step * k2), length1, length2);
            State k4 = Slope(s + (Step * k3), length1, length2);
            s += Step / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
        }
        return (length1 * Math.Sin(s.A1)) + (length2 * Math.Sin(s.A2));
    }

    [Differentiable]
    private static State Slope(in State s, double l1, double l2)
    {
        double d = s.A1 - s.A2, c = Math.Cos(d), sn = Math.Sin(d), den = 3 - Math.Cos(2 * d);
        double w1 = ((-3 * Gravity * Math.Sin(s.A1)) - (Gravity * Math.Sin(s.A1 - (2 * s.A2)))
            - (2 * sn * ((s.W2 * s.W2 * l2) + (s.W1 * s.W1 * l1 * c)))) / (l1 * den);
        double w2 = 2 * sn * ((2 * s.W1 * s.W1 * l1) + (2 * Gravity * Math.Cos(s.A1)) + (s.W2 * s.W2 * l2 * c)) / (l2 * den);
        return s with { A1 = s.W1, A2 = s.W2, W1 = w1, W2 = w2 };
    }
}
