// A two-stage ascent: thrust programme, exponential atmosphere, staging by mass, fourth-order steps, the orbit reached.
// point: pitch: [1.5, 1.2, 0.8, 0.4], stages: [new(1, 2.2, 0.35, 20), new(0.3, 0.9, 0.34, 24)], payload: 0.05
// tolerance: 1e-3
// kink: the step at which a stage is dropped depends on the arguments
using System;
using DiffGen;

namespace Cases.Library;

public static partial class RocketAscent
{
    /// <summary>One stage; masses in tonnes, speeds in kilometres per second.</summary>
    public record struct Stage(double Dry, double Propellant, double Exhaust, double Thrust);

    private const double EarthRadius = 6371, Mu = 398600, ScaleHeight = 8.5, Dt = 2;

    private partial struct Flight
    {
        public double X, Y, U, V, Mass;

        [Differentiable]
        public readonly Flight Plus(in Flight slope, double h) =>
            this with { X = X + (h * slope.X), Y = Y + (h * slope.Y), U = U + (h * slope.U), V = V + (h * slope.V), Mass = Mass + (h * slope.Mass) };

        public readonly double Radius
        {
            [Differentiable]
            get => Math.Sqrt((X * X) + (Y * Y));
        }
    }

    [Differentiable]
    public static double F(double[] pitch, Stage[] stages, double payload)
    {
        double total = payload;
        foreach (Stage s in stages)
            total += s.Dry + s.Propellant;
        var flight = new Flight { Y = EarthRadius, Mass = total };
        int current = 0;
        double burned = 0, time = 0;
        while (current < stages.Length)
        {
            ref readonly Stage stage = ref stages[current];
            double flow = 0.01 * stage.Thrust * stage.Exhaust;
            double angle = Programme(pitch, time / 60);
            double h = Math.Min(Dt, (stage.Propellant - burned) / flow);
            flight = Step(flight, 0.003 * stage.Thrust, angle, flow, h);
            burned += flow * h;
            time += h;
            if (burned < stage.Propellant - 1e-12)
                continue;
            flight.Mass -= stage.Dry;
            burned = 0;
            current++;
        }
        return Energy(flight) + (0.01 * flight.X) + (0.001 * flight.Mass);
    }

    [Differentiable]
    private static double Programme(double[] pitch, double t)
    {
        int i = Math.Clamp((int)Diff.StopGradient(t), 0, pitch.Length - 2);
        double f = Math.Min(t - i, 1);
        return ((1 - f) * pitch[i]) + (f * pitch[i + 1]);
    }

    [Differentiable]
    private static Flight Step(in Flight f, double thrust, double angle, double flow, double h)
    {
        Flight k1 = Slope(f, thrust, angle, flow), k2 = Slope(f.Plus(k1, h / 2), thrust, angle, flow);
        Flight k3 = Slope(f.Plus(k2, h / 2), thrust, angle, flow), k4 = Slope(f.Plus(k3, h), thrust, angle, flow);
        return f.Plus(k1, h / 6).Plus(k2, h / 3).Plus(k3, h / 3).Plus(k4, h / 6);
    }

    [Differentiable]
    private static Flight Slope(in Flight f, double thrust, double angle, double flow)
    {
        double r = f.Radius, gravity = Mu / (r * r * r), speed = Math.Sqrt((f.U * f.U) + (f.V * f.V));
        double drag = 1e-3 * Math.Exp(-Math.Max(r - EarthRadius, 0) / ScaleHeight) * speed;
        var (sin, cos) = Math.SinCos(angle);
        return new Flight
        {
            X = f.U,
            Y = f.V,
            U = ((thrust * cos) - (drag * f.U)) / f.Mass - (gravity * f.X),
            V = ((thrust * sin) - (drag * f.V)) / f.Mass - (gravity * f.Y),
            Mass = -flow,
        };
    }

    [Differentiable]
    private static double Energy(Flight f) => (0.5 * ((f.U * f.U) + (f.V * f.V))) - (Mu / f.Radius) + (Mu / EarthRadius);
}
