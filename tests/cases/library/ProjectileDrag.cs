// A projectile with drag, stepped until it hits the ground; the last step is interpolated.
// tolerance: 1e-5
// point: speed: 40, angle: 0.8, drag: 1.0
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ProjectileDrag
{
    [Differentiable]
    public static double F(double speed, double angle, double drag)
    {
        drag *= 0.01;
        const double g = 9.80665, dt = 0.05;
        var position = (X: 0.0, Y: 0.0);
        var velocity = (X: speed * Math.Cos(angle), Y: speed * Math.Sin(angle));
        for (; ; )
        {
            var before = position;
            double v = Math.Sqrt((velocity.X * velocity.X) + (velocity.Y * velocity.Y));
            velocity.X -= dt * drag * v * velocity.X;
            velocity.Y -= dt * (g + (drag * v * velocity.Y));
            position = (position.X + (dt * velocity.X), position.Y + (dt * velocity.Y));
            if (position.Y >= 0)
                continue;
            double fraction = before.Y / (before.Y - position.Y);
            return before.X + (fraction * (position.X - before.X));
        }
    }
}
