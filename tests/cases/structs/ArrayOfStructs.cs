// Structs in an array: fields read and written in place.
// point: p: [new Particle { X = 1, V = 0.5 }, new Particle { X = -1, V = 0.25 }], dt: 0.1
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class ArrayOfStructs
{
    public struct Particle
    {
        public double X;
        public double V;
    }

    [Differentiable]
    public static double F(Particle[] p, double dt)
    {
        for (int step = 0; step < 3; step++)
        {
            for (int i = 0; i < p.Length; i++)
            {
                p[i].V -= p[i].X * dt;
                p[i].X += p[i].V * dt;
            }
        }
        double energy = 0;
        foreach (Particle q in p)
            energy += (q.X * q.X) + (q.V * q.V);
        return energy;
    }
}
