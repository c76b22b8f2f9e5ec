// Fresnel's sine integral: series, and a continued fraction in complex numbers of the library's own.
// point: x: 0.9
// value: 0.33977634439314021
// gradient: 0.95579301479833013
// within: 1e-10
// point: x: 2.6
// value: 0.54998932315271947
// gradient: -0.9297764858882514
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class FresnelIntegral
{
    [Differentiable]
    public static double F(double x)
    {
        double ax = Math.Abs(x);
        double s = ax < 1.8 ? Small(ax) : Large(ax).Im;
        return x < 0 ? -s : s;
    }

    [Differentiable]
    private static double Small(double x)
    {
        double t = Math.PI / 2 * x * x, term = t, sum = t / 3;
        for (int k = 1; k < 60; k++)
        {
            term *= -t * t / (2.0 * k * ((2 * k) + 1));
            double contribution = term / ((4 * k) + 3);
            sum += contribution;
            if (Math.Abs(contribution) < 1e-18)
                break;
        }
        return x * sum;
    }

    [Differentiable]
    private static Complex Large(double x)
    {
        double pix2 = Math.PI * x * x;
        Complex b = new(1.0, -pix2), c = new(1e300), d = 1.0 / b, h = d;
        int n = -1;
        for (int k = 2; k < 200; k++)
        {
            n += 2;
            double a = -n * (n + 1.0);
            b += 4.0;
            d = 1.0 / ((a * d) + b);
            c = b + (a / c);
            Complex del = c * d;
            h *= del;
            if (Math.Abs(del.Re - 1.0) + Math.Abs(del.Im) < 1e-16)
                break;
        }
        h = new Complex(x, -x) * h;
        (double sin, double cos) = Math.SinCos(0.5 * pix2);
        return new Complex(0.5, 0.5) * (1.0 - (new Complex(cos, sin) * h));
    }

    private readonly partial record struct Complex(double Re, double Im = 0.0)
    {
        [Differentiable]
        public static implicit operator Complex(double value) => new(value);

        [Differentiable]
        public static Complex operator +(Complex a, Complex b) => new(a.Re + b.Re, a.Im + b.Im);

        [Differentiable]
        public static Complex operator -(Complex a, Complex b) => new(a.Re - b.Re, a.Im - b.Im);

        [Differentiable]
        public static Complex operator *(Complex a, Complex b) => new((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));

        [Differentiable]
        public static Complex operator /(Complex a, Complex b)
        {
            if (Math.Abs(b.Re) >= Math.Abs(b.Im))
            {
                double r = b.Im / b.Re, den = b.Re + (r * b.Im);
                return new((a.Re + (a.Im * r)) / den, (a.Im - (a.Re * r)) / den);
            }
            double q = b.Re / b.Im, div = b.Im + (q * b.Re);
            return new(((a.Re * q) + a.Im) / div, ((a.Im * q) - a.Re) / div);
        }
    }
}
