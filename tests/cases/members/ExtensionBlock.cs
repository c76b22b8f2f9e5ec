// Members of an extension block: a property, methods, a static method; in a loop, with an argument that carries a derivative.
// point: x: 0.7, y: -1.3
using System;
using DiffGen;

namespace Cases.Members;

public static partial class ExtensionBlock
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = x.Squared;
        for (int i = 0; i < 3; i++)
            s = s.Blend(y * i, weight: 0.3) + double.Bump(s) * y.Squared;
        return s.Squared;
    }
}

public static partial class NumberExtensions
{
    extension(double number)
    {
        [Differentiable]
        public double Squared => number * number;

        [Differentiable]
        public double Blend(double other, double weight = 0.5)
        {
            double result = number;
            while (result > 1)
                result *= 0.5;
            return weight * result + (1 - weight) * other;
        }

        [Differentiable]
        public static double Bump(double x) => Math.Exp(-x * x);
    }
}
