// The log-density of the gamma distribution in two parametrisations that an enum selects.
// point: x: 1.7, shape: 2.3, parameter: 0.8, form: GammaLogDensity.Form.Rate
// value: -1.3376028966014915
// gradient: -0.035294117647058824, -0.29255518061600893, 1.175
// within: 1e-10
// point: x: 1.7, shape: 2.3, parameter: 0.8, form: GammaLogDensity.Form.Scale
// value: -1.0761425605561266
// gradient: -0.48529411764705882, 0.15373192201241058, -0.21875
// within: 1e-10
// point: x: 1.7, shape: 0.3, parameter: 0.8, form: (GammaLogDensity.Form)7
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class GammaLogDensity
{
    public enum Form { Rate, Scale }

    [Differentiable]
    public static double F(double x, double shape, double parameter, Form form)
    {
        double rate = form switch
        {
            Form.Rate => parameter,
            Form.Scale => 1.0 / parameter,
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
        return (shape * Math.Log(rate)) + ((shape - 1.0) * Math.Log(x)) - (rate * x) - LogGamma(shape);
    }

    [Differentiable]
    private static double LogGamma(double x)
    {
        if (x < 16.0)
            return LogGamma(x + 1.0) - Math.Log(x);
        double s = 1.0 / (x * x);
        double tail = (1.0 / 12) + (s * ((-1.0 / 360) + (s * ((1.0 / 1260) + (s * (-1.0 / 1680))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2.0 * Math.PI)) + (tail / x);
    }
}
