// The logarithmic derivative of the gamma function: recurrence up to a bound, then the asymptotic series.
// point: x: 0.75
// value: -1.0858608797864722
// gradient: 2.5418796476716065
// within: 1e-10
// point: x: 3.5
// value: 1.1031566406452432
// gradient: 0.33035775610023486
// within: 1e-10
// point: x: 21.5
// value: 3.0446168825125246
// gradient: 0.047610056439479137
// within: 1e-10
// point: x: -1.25
// value: 3.7141391202135278
// gradient: 19.181879647671606
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Digamma
{
    private const double Large = 10.0;

    // B(2k) / (2k)
    private static readonly double[] Bernoulli =
        [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12];

    [Differentiable]
    public static double F(double x)
    {
        if (x <= 0.0 && Math.Floor(x) == x)
            return double.NaN;
        if (x < 0.0)
            return F(1.0 - x) - (Math.PI / Math.Tan(Math.PI * x));
        double result = 0.0;
        while (x < Large)
            result -= 1.0 / x++;
        double inverseSquare = 1.0 / (x * x), power = inverseSquare;
        result += Math.Log(x) - (0.5 / x);
        foreach (double b in Bernoulli)
        {
            result -= b * power;
            power *= inverseSquare;
        }
        return result;
    }
}
