// A struct as the state of a loop: a pendulum with a symplectic step.
// point: theta: 0.5, length: 1.2
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class CarriedThroughLoop
{
    public readonly record struct State(double Angle, double Speed);

    [Differentiable]
    public static double F(double theta, double length)
    {
        var s = new State(theta, 0);
        for (int i = 0; i < 20; i++)
        {
            double speed = s.Speed - (0.05 * 9.81 / length * Math.Sin(s.Angle));
            s = new State(s.Angle + (0.05 * speed), speed);
        }
        return s.Angle;
    }
}
