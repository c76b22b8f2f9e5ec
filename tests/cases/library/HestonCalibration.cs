// The calibration error of Heston's model against five quotes, transformed parameters, a penalty, a shared quadrature.
// point: parameters: [-3.2, 0.4, -3.0, -0.9, -0.7], strikes: [80, 90, 100, 110, 120], expiries: [0.5, 1, 1, 1.5, 2], quotes: [23.5, 18.0, 12.5, 10.2, 9.1]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class HestonCalibration
{
    private const double Spot = 100, Rate = 0.02;

    // Gauss and Laguerre's rule with eight nodes, weights times exp(node)
    private static ReadOnlySpan<double> Nodes =>
    [
        0.17027963230510100, 0.90370177679937991, 2.2510866298661307, 4.2667001702876588,
        7.0459054023934657, 10.758516010180995, 15.740678641278005, 22.863131736889264,
    ];

    private static ReadOnlySpan<double> Weights =>
    [
        0.43772341049291, 1.03386934766560, 1.66970976565878, 2.37692470175860,
        3.20854091334793, 4.26857551082513, 5.81808336867192, 8.90622621529222,
    ];

    public readonly record struct Parameters(double V0, double Kappa, double Theta, double Xi, double Rho);

    [Differentiable(Wrt = new[] { nameof(parameters) })]
    public static double F(ReadOnlySpan<double> parameters, double[] strikes, double[] expiries, double[] quotes)
    {
        Parameters p = Transform(parameters);
        double error = 0;
        for (int i = 0; i < quotes.Length; i++)
        {
            double model = Call(p, strikes[i], expiries[i]);
            double relative = (model - quotes[i]) / quotes[i];
            error += relative * relative;
        }
        double feller = (p.Xi * p.Xi) - (2 * p.Kappa * p.Theta);
        return Math.Sqrt(error / quotes.Length) + (feller > 0 ? 0.1 * feller * feller : 0);
    }

    [Differentiable]
    private static Parameters Transform(ReadOnlySpan<double> raw) =>
        new(Math.Exp(raw[0]), Math.Exp(raw[1]), Math.Exp(raw[2]), Math.Exp(raw[3]), Math.Tanh(raw[4]));

    [Differentiable]
    private static double Call(in Parameters p, double strike, double expiry)
    {
        double x = Math.Log(Spot / strike) + (Rate * expiry), sum = 0;
        for (int k = 0; k < Nodes.Length; k++)
        {
            double u = Nodes[k];
            Complex phi = Characteristic(p, new(u, -0.5), expiry);
            sum += Weights[k] * (phi * Complex.Polar(1, u * x)).Re / ((u * u) + 0.25);
        }
        return Spot - (Math.Sqrt(Spot * strike) * Math.Exp(-0.5 * Rate * expiry) / Math.PI * sum);
    }

    [Differentiable]
    private static Complex Characteristic(in Parameters p, Complex u, double t)
    {
        double xi2 = p.Xi * p.Xi;
        Complex iu = new(-u.Im, u.Re);
        Complex beta = p.Kappa - (p.Rho * p.Xi * iu);
        Complex d = ((beta * beta) + (xi2 * (iu + (u * u)))).Sqrt();
        Complex minus = beta - d, g = minus / (beta + d), e = (-t * d).Exp();
        Complex one = 1;
        Complex a = p.Kappa * p.Theta / xi2 * ((t * minus) - (2 * ((one - (g * e)) / (one - g)).Log()));
        Complex b = p.V0 / xi2 * (minus * (one - e) / (one - (g * e)));
        return (a + b).Exp();
    }

    public readonly partial record struct Complex(double Re, double Im)
    {
        [Differentiable]
        public static implicit operator Complex(double re) => new(re, 0);

        [Differentiable]
        public static Complex Polar(double r, double angle) => new(r * Math.Cos(angle), r * Math.Sin(angle));

        [Differentiable]
        public static Complex operator +(Complex a, Complex b) => new(a.Re + b.Re, a.Im + b.Im);

        [Differentiable]
        public static Complex operator -(Complex a, Complex b) => new(a.Re - b.Re, a.Im - b.Im);

        [Differentiable]
        public static Complex operator *(Complex a, Complex b) => new((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));

        [Differentiable]
        public static Complex operator *(double s, Complex a) => new(s * a.Re, s * a.Im);

        [Differentiable]
        public static Complex operator /(Complex a, Complex b)
        {
            double n = b.Norm;
            return new(((a.Re * b.Re) + (a.Im * b.Im)) / n, ((a.Im * b.Re) - (a.Re * b.Im)) / n);
        }

        public double Norm
        {
            [Differentiable]
            get => (Re * Re) + (Im * Im);
        }

        [Differentiable]
        public Complex Exp() => Polar(Math.Exp(Re), Im);

        [Differentiable]
        public Complex Log() => new(0.5 * Math.Log(Norm), Math.Atan2(Im, Re));

        [Differentiable]
        public Complex Sqrt() => Polar(Math.Sqrt(Math.Sqrt(Norm)), 0.5 * Math.Atan2(Im, Re));
    }
}
