// An epidemic by an embedded Runge-Kutta pair (Bogacki and Shampine) with step control: steps are accepted, refused, resized.
// point: beta: 0.4, gamma: 0.1, infected: 0.01
// kink: the step control switches inside the reach of differences
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SirAdaptive
{
    private readonly record struct Sir(double S, double I);

    [Differentiable]
    public static double F(double beta, double gamma, double infected)
    {
        const double end = 40.0, tolerance = 1e-5;
        double t = 0, h = 1;
        Sir y = new(1 - infected, infected);
        Sir k1 = Rate(y, beta, gamma);
        int rejected = 0;
        while (t < end)
        {
            h = Math.Min(h, end - t);
            Sir k2 = Rate(Advance(y, k1, h / 2), beta, gamma);
            Sir k3 = Rate(Advance(y, k2, 0.75 * h), beta, gamma);
            Sir next = Advance(Advance(Advance(y, k1, 2 * h / 9), k2, h / 3), k3, 4 * h / 9);
            Sir k4 = Rate(next, beta, gamma);
            double es = h * ((-5.0 / 72 * k1.S) + (k2.S / 12) + (k3.S / 9) - (k4.S / 8));
            double ei = h * ((-5.0 / 72 * k1.I) + (k2.I / 12) + (k3.I / 9) - (k4.I / 8));
            double error = Math.Max(Math.Abs(es), Math.Abs(ei)) / tolerance;
            if (error <= 1)
            {
                t += h;
                (y, k1) = (next, k4);
            }
            else if (++rejected > 100)
            {
                throw new InvalidOperationException("The step size underflows.");
            }
            h *= Math.Clamp(0.9 * Math.Cbrt(1 / Diff.StopGradient(error)), 0.2, 5);
        }
        return y.I + (0.1 * y.S);
    }

    [Differentiable]
    private static Sir Rate(Sir y, double beta, double gamma)
    {
        double force = beta * y.S * y.I;
        return new Sir(-force, force - (gamma * y.I));
    }

    [Differentiable]
    private static Sir Advance(Sir y, Sir k, double h) => new(y.S + (h * k.S), y.I + (h * k.I));
}
