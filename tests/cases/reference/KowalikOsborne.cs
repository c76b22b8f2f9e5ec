// Problem 15: a rational function fitted to data, as a struct of parameters.
// point: p: new Parameters(0.25, 0.39, 0.415, 0.39)
// value: 0.0053131722721085422
// gradient: 0.13357645325189559 -0.00074753495513138079 -0.009005561577392449 0.011135535073328486
// direction: 1 -0.5 2 0.25
// hvp: 3.953789206443925 0.504086321428865 -0.3916618440247475 -0.34392527316105
// The numbers are reference values in 17 digits for MGH #15.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class KowalikOsborne
{
    public readonly record struct Parameters(double A, double B, double C, double D);

    private static readonly double[] Y = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];
    private static readonly double[] U = [4.0, 2.0, 1.0, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];

    [Differentiable]
    public static double F(Parameters p)
    {
        double s = 0;
        for (int i = 0; i < Y.Length; i++)
        {
            double u = U[i], square = u * u;
            double r = Y[i] - (p.A * (square + (u * p.B)) / (square + (u * p.C) + p.D));
            s += r * r;
        }
        return s;
    }
}
