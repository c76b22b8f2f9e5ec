// Complex numbers as a struct: a Mandelbrot-like iteration.
// point: c: new Complex(0.3, 0.5)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class ComplexArithmetic
{
    [Differentiable]
    public static double F(Complex c)
    {
        var z = new Complex(0, 0);
        for (int i = 0; i < 5; i++)
            z = (z * z) + c;
        return (z.Re * z.Re) + (z.Im * z.Im);
    }

    public readonly partial struct Complex
    {
        public readonly double Re;
        public readonly double Im;

        [Differentiable]
        public Complex(double re, double im)
        {
            Re = re;
            Im = im;
        }

        [Differentiable]
        public static Complex operator +(Complex a, Complex b) => new(a.Re + b.Re, a.Im + b.Im);

        [Differentiable]
        public static Complex operator *(Complex a, Complex b) => new((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));
    }
}
