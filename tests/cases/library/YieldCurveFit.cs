// Nelson, Siegel and Svensson's curve fitted to coupon bonds: cash flows in jagged rows, yields by Newton's method inside the loss.
// point: curve: [0.04, -0.02, 0.01, 0.005, 1.5, 6.0], bonds: [new(0.02, 2, 98.5), new(0.035, 5, 101.2), new(0.04, 10, 99.0)]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class YieldCurveFit
{
    public readonly record struct Bond(double Coupon, int Years, double Price)
    {
        public int Payments => 2 * Years;
    }

    [Differentiable]
    public static double F(double[] curve, [NoDerivative] Bond[] bonds)
    {
        double loss = 0, weightSum = 0;
        foreach (Bond bond in bonds)
        {
            double[] flows = Flows(bond);
            double model = 0;
            for (int k = 0; k < flows.Length; k++)
                model += flows[k] * Discount(curve, 0.5 * (k + 1));
            double modelYield = YieldOf(flows, model), quotedYield = YieldOf(flows, bond.Price);
            double weight = 1.0 / Duration(flows, quotedYield);
            loss += weight * (modelYield - quotedYield) * (modelYield - quotedYield);
            weightSum += weight;
        }
        return (1e4 * loss / weightSum) + Penalty(curve);
    }

    private static double[] Flows(Bond bond)
    {
        var flows = new double[bond.Payments];
        Array.Fill(flows, 50 * bond.Coupon);
        flows[^1] += 100;
        return flows;
    }

    [Differentiable]
    private static double Discount(ReadOnlySpan<double> curve, double t) => Math.Exp(-t * Zero(curve, t));

    [Differentiable]
    private static double Zero(ReadOnlySpan<double> c, double t)
    {
        if (c.Length < 6)
            throw new ArgumentException("Six parameters are needed.", nameof(c));
        double x = t / c[4], y = t / c[5];
        double loading = Loading(x);
        return c[0] + (c[1] * loading) + (c[2] * (loading - Math.Exp(-x))) + (c[3] * (Loading(y) - Math.Exp(-y)));
    }

    [Differentiable]
    private static double Loading(double x) => Math.Abs(x) < 1e-8 ? 1 - (x / 2) : -double.ExpM1(-x) / x;

    [Differentiable]
    private static double YieldOf(double[] flows, double price)
    {
        double y = 0.03;
        for (int iteration = 1; ; iteration++)
        {
            double value = 0, slope = 0, v = 1 / (1 + (y / 2)), power = 1;
            for (int k = 0; k < flows.Length; k++)
            {
                power *= v;
                value += flows[k] * power;
                slope -= 0.5 * (k + 1) * flows[k] * power * v;
            }
            double step = (value - price) / slope;
            y -= step;
            if (Math.Abs(step) < 1e-13)
                return y;
            if (iteration == 50)
                throw new ArithmeticException($"No yield for the price {price}.");
        }
    }

    private static double Duration(double[] flows, double y)
    {
        double weighted = 0, total = 0;
        for (int k = 0; k < flows.Length; k++)
        {
            double present = flows[k] * Math.Pow(1 + (y / 2), -(k + 1));
            weighted += 0.5 * (k + 1) * present;
            total += present;
        }
        return weighted / total;
    }

    [Differentiable]
    private static double Penalty(double[] c)
    {
        double low = Math.Min(c[0], c[0] + c[1]);
        double penalty = low < 0 ? 100 * low * low : 0;
        for (int i = 4; i < 6; i++)
            penalty += 1e-4 * Math.Log(c[i]) * Math.Log(c[i]);
        return penalty;
    }
}
