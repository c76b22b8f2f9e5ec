// Heston's call price by integration of the characteristic function, with complex numbers of the library's own.
// point: model: new(0.04, 1.5, 0.05, 0.4, -0.6), spot: 100, strike: 105, rate: 0.02, expiry: 1.5
using System;
using DiffGen;

namespace Cases.Library;

public static partial class HestonQuadrature
{
    public readonly record struct Heston(double V0, double Kappa, double Theta, double Xi, double Rho);

    private const int Intervals = 64;
    private const double UpperBound = 60.0;

    [Differentiable]
    public static double F(Heston model, double spot, double strike, double rate, double expiry)
    {
        double logMoneyness = Math.Log(spot / strike) + (rate * expiry), h = UpperBound / Intervals, sum = 0;
        for (int k = 0; k <= Intervals; k++)
        {
            double u = k * h;
            double weight = k is 0 or Intervals ? 1 : (k & 1) == 1 ? 4 : 2;
            Cplx phi = Characteristic(model, new Cplx(u, -0.5), expiry);
            Cplx wave = Cplx.Exp(new Cplx(0, u * logMoneyness));
            sum += weight * (wave * phi).Re / ((u * u) + 0.25);
        }
        sum *= h / 3;
        return spot - (Math.Sqrt(spot * strike) * Math.Exp(-rate * expiry / 2) / Math.PI * sum);
    }

    [Differentiable]
    private static Cplx Characteristic(Heston m, Cplx u, double t)
    {
        Cplx iu = new Cplx(0, 1) * u;
        Cplx b = m.Kappa - (m.Rho * m.Xi * iu);
        Cplx d = Cplx.Sqrt((b * b) + (m.Xi * m.Xi * (iu + (u * u))));
        Cplx g = (b - d) / (b + d);
        Cplx e = Cplx.Exp(-(t * d));
        Cplx c = m.Kappa * m.Theta / (m.Xi * m.Xi) * ((t * (b - d)) - (2.0 * Cplx.Log((1.0 - (g * e)) / (1.0 - g))));
        Cplx v = (b - d) / (m.Xi * m.Xi) * ((1.0 - e) / (1.0 - (g * e)));
        return Cplx.Exp(c + (m.V0 * v));
    }

    public readonly partial struct Cplx(double re, double im)
    {
        public readonly double Re = re, Im = im;

        [Differentiable]
        public static implicit operator Cplx(double value) => new(value, 0);

        [Differentiable]
        public static Cplx operator +(Cplx a, Cplx b) => new(a.Re + b.Re, a.Im + b.Im);

        [Differentiable]
        public static Cplx operator -(Cplx a, Cplx b) => new(a.Re - b.Re, a.Im - b.Im);

        [Differentiable]
        public static Cplx operator -(Cplx a) => new(-a.Re, -a.Im);

        [Differentiable]
        public static Cplx operator *(Cplx a, Cplx b) => new((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));

        [Differentiable]
        public static Cplx operator /(Cplx a, Cplx b)
        {
            double n = (b.Re * b.Re) + (b.Im * b.Im);
            return new(((a.Re * b.Re) + (a.Im * b.Im)) / n, ((a.Im * b.Re) - (a.Re * b.Im)) / n);
        }

        [Differentiable]
        public static Cplx Exp(Cplx z)
        {
            double r = Math.Exp(z.Re);
            return new(r * Math.Cos(z.Im), r * Math.Sin(z.Im));
        }

        [Differentiable]
        public static Cplx Log(Cplx z) => new(0.5 * Math.Log((z.Re * z.Re) + (z.Im * z.Im)), Math.Atan2(z.Im, z.Re));

        [Differentiable]
        public static Cplx Sqrt(Cplx z)
        {
            double r = double.Hypot(z.Re, z.Im);
            double re = Math.Sqrt(0.5 * (r + Math.Abs(z.Re))), im = 0.5 * z.Im / re;
            return z.Re >= 0 ? new(re, im) : new(Math.Abs(im), z.Im < 0 ? -re : re);
        }
    }
}
