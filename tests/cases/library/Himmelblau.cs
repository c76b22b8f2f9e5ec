// Himmelblau's function of a tuple, and Levy's function of an array, chosen by an enum.
// point: kind: Himmelblau.Kind.Himmelblau, x: [0.7, 1.9]
// value: 81.3682
// gradient: -29.488, -37.664
// within: 1e-10
// point: kind: Himmelblau.Kind.Levy, x: [0.7, 1.9, -0.4]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Himmelblau
{
    public enum Kind { Himmelblau, Levy }

    [Differentiable]
    public static double F(Kind kind, double[] x) => kind switch
    {
        Kind.Himmelblau when x.Length == 2 => Valley((x[0], x[1])),
        Kind.Levy => Levy(x),
        _ => throw new ArgumentException($"{kind} does not take {x.Length} arguments."),
    };

    [Differentiable]
    private static double Valley((double X, double Y) p)
    {
        var (x, y) = p;
        double a = (x * x) + y - 11, b = x + (y * y) - 7;
        return (a * a) + (b * b);
    }

    [Differentiable]
    private static double Levy(ReadOnlySpan<double> x)
    {
        double first = Math.Sin(Math.PI * W(x[0])), sum = first * first;
        foreach (double xi in x[..^1])
        {
            double w = W(xi), s = Math.Sin((Math.PI * w) + 1);
            sum += (w - 1) * (w - 1) * (1 + (10 * s * s));
        }
        double last = W(x[^1]), t = Math.Sin(2 * Math.PI * last);
        return sum + ((last - 1) * (last - 1) * (1 + (t * t)));
    }

    [Differentiable]
    private static double W(double x) => 1 + ((x - 1) / 4);
}
