// Goertzel's algorithm for the power at a frequency.
// point: signal: [1, 0.5, -0.3, 0.2, 0.9, -1, 0.4], frequency: 0.17
// value: 0.4413654074230757
// gradient: 1.2557575913673099, 0.98546309954403773, -0.30625665357330076, -1.2805436356981054, -0.92755654911696062, 0.38683608474969761, 1.3002759593235393, -13.554349676417562
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Goertzel
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> signal, double frequency)
    {
        double coefficient = 2.0 * Math.Cos(2.0 * Math.PI * frequency), s1 = 0.0, s2 = 0.0;
        foreach (ref readonly double x in signal)
        {
            double s0 = x + (coefficient * s1) - s2;
            s2 = s1;
            s1 = s0;
        }
        return (s1 * s1) + (s2 * s2) - (coefficient * s1 * s2);
    }
}
