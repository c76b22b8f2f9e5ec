// Properties with setters of their own: one that computes what it stores, one around the field keyword, one with a getter that computes.
// point: x: 0.7
// point: x: -0.4
using System;
using DiffGen;

namespace Cases.Members;

public static partial class Setters
{
    [Differentiable]
    public static double F(double x)
    {
        Circle c = default;
        double s = 0;
        for (int i = 1; i < 4; i++)
        {
            c.Area = x * x * i + 1;
            c.Area += c.Clamped;
            c.Clamped = x - 0.1 * i;
            c.Twice = s;
            s += c.Area * c.Clamped + c.Radius * c.Twice;
        }
        return s;
    }

    public partial struct Circle
    {
        public double Radius;

        [Differentiable]
        public double Area
        {
            readonly get => Math.PI * Radius * Radius;
            set => Radius = Math.Sqrt(value / Math.PI);
        }

        [Differentiable]
        public double Clamped
        {
            readonly get;
            set => field = value < 0 ? value * value : value;
        }

        [Differentiable]
        public double Twice
        {
            readonly get => 2 * field;
            set;
        }
    }
}
