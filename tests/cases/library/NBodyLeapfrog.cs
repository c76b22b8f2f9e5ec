// Gravity among bodies by the leapfrog scheme; the bodies are structs that are moved in place.
// point: bodies: [new() { X = 0, Y = 0, U = 0, V = 0, Mass = 1 }, new() { X = 1, Y = 0, U = 0, V = 1, Mass = 0.1 }, new() { X = -1.5, Y = 0.3, U = 0.1, V = -0.8, Mass = 0.2 }], dt: 0.02, steps: 10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class NBodyLeapfrog
{
    public struct Body
    {
        public double X, Y, U, V, Mass;
    }

    [Differentiable]
    public static double F(Body[] bodies, double dt, int steps)
    {
        for (int n = 0; n < steps; n++)
        {
            Kick(bodies, 0.5 * dt);
            Drift(bodies, dt);
            Kick(bodies, 0.5 * dt);
        }
        ref readonly Body last = ref bodies[^1];
        return (last.X * last.X) + last.Y;
    }

    [Differentiable]
    private static void Drift(Span<Body> bodies, double dt)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            ref Body b = ref bodies[i];
            b.X += dt * b.U;
            b.Y += dt * b.V;
        }
    }

    [Differentiable]
    private static void Kick(Span<Body> bodies, double dt)
    {
        const double softening = 1e-3;
        for (int i = 0; i < bodies.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double dx = bodies[j].X - bodies[i].X, dy = bodies[j].Y - bodies[i].Y;
                double r2 = (dx * dx) + (dy * dy) + softening, inverse = dt / (r2 * Math.Sqrt(r2));
                bodies[i].U += bodies[j].Mass * dx * inverse;
                bodies[i].V += bodies[j].Mass * dy * inverse;
                bodies[j].U -= bodies[i].Mass * dx * inverse;
                bodies[j].V -= bodies[i].Mass * dy * inverse;
            }
        }
    }
}
