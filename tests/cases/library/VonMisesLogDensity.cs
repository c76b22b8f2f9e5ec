// The log-density of von Mises' distribution on the circle, with the scaled Bessel function in its constant.
// point: angle: 0.9, mean: 0.2, concentration: 2.5
// value: -1.1166102693941524
// gradient: -1.6105442180942276, 1.6105442180942276, -0.00015456030432149102
// within: 1e-10
// point: angle: 3.9, mean: 0.2, concentration: 45.0
// value: -82.182918097684849
// gradient: 23.842626340882195, -23.842626340882195, -1.8369257704950728
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class VonMisesLogDensity
{
    [Differentiable]
    public static double F(double angle, double mean, double concentration)
    {
        double exponent = -2 * concentration * Square(Math.Sin(0.5 * (angle - mean)));
        return exponent - Math.Log(2 * Math.PI * ScaledBessel(concentration));
    }

    [Differentiable]
    private static double Square(double s) => s * s;

    // exp(-k) I0(k) as the mean of exp(k (cos t - 1)) over the circle: the trapezoidal rule converges geometrically.
    [Differentiable]
    private static double ScaledBessel(double k)
    {
        const int nodes = 64;
        double sum = 0;
        for (int i = 0; i < nodes; i++)
            sum += Math.Exp(k * (Math.Cos(2 * Math.PI * i / nodes) - 1));
        return sum / nodes;
    }
}
