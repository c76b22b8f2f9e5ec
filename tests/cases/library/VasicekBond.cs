// The price of a zero bond in Vasicek's model, from parameters in a positional record.
// point: model: new(0.03, 0.8, 0.05, 0.015), maturity: 5
// value: 0.79859562511888277
// gradient: -0.97996104503885297, -0.023494208880879133, -3.0130170805555609, 0.059344004633182347, -0.039501962475880067
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class VasicekBond
{
    public readonly record struct Model(double Rate, double Speed, double Mean, double Volatility);

    [Differentiable]
    public static double F(Model model, double maturity)
    {
        var (r, a, b, sigma) = model;
        double loading = -double.ExpM1(-a * maturity) / a;
        double variance = sigma * sigma;
        double level = ((loading - maturity) * ((a * a * b) - (variance / 2)) / (a * a)) - (variance * loading * loading / (4 * a));
        return Math.Exp(level - (loading * r));
    }
}
