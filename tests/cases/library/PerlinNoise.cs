// Gradient noise in the plane, summed over octaves: lattice cells by floor, a hash by integer arithmetic that wraps.
// point: x: 1.37, y: -0.62, persistence: 0.55, octaves: 3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class PerlinNoise
{
    [Differentiable]
    public static double F(double x, double y, double persistence, int octaves = 4)
    {
        double sum = 0, amplitude = 1;
        for (int o = 0, scale = 1; o < octaves; o++, scale *= 2)
        {
            sum += amplitude * Noise(x * scale, y * scale, (uint)o);
            amplitude *= persistence;
        }
        return sum;
    }

    [Differentiable]
    private static double Noise(double x, double y, uint seed)
    {
        int ix = (int)Diff.StopGradient(Math.Floor(x)), iy = (int)Diff.StopGradient(Math.Floor(y));
        double fx = x - ix, fy = y - iy;
        double bottom = Mix(Gradient(Hash(ix, iy, seed), fx, fy), Gradient(Hash(ix + 1, iy, seed), fx - 1, fy), Fade(fx));
        double top = Mix(Gradient(Hash(ix, iy + 1, seed), fx, fy - 1), Gradient(Hash(ix + 1, iy + 1, seed), fx - 1, fy - 1), Fade(fx));
        return Mix(bottom, top, Fade(fy));
    }

    private static uint Hash(int x, int y, uint seed)
    {
        unchecked
        {
            uint h = ((uint)x * 374761393u) + ((uint)y * 668265263u) + (seed * 2246822519u);
            h = (h ^ (h >> 13)) * 1274126177u;
            return h ^ (h >> 16);
        }
    }

    [Differentiable]
    private static double Gradient(uint hash, double x, double y) => (hash & 7) switch
    {
        0 => x + y,
        1 => x - y,
        2 => -x + y,
        3 => -x - y,
        4 => x,
        5 => -x,
        6 => y,
        _ => -y,
    };

    [Differentiable]
    private static double Fade(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    [Differentiable]
    private static double Mix(double a, double b, double t) => a + (t * (b - a));
}
