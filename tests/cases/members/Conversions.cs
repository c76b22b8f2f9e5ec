// Implicit and explicit conversions between structs and numbers, where nobody writes them, and a checked operator.
// point: x: 0.7, f: 0.5f
using System;
using DiffGen;

namespace Cases.Members;

public static partial class Conversions
{
    [Differentiable]
    public static double F(double x, float f)
    {
        Meters m = x;
        Feet g = (Feet)m;
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            m = s + f;
            s += 0.01 * Total(m, x) * (double)g;
            g = (Feet)(Meters)(double)g;
        }
        return checked((double)g * s);
    }

    [Differentiable]
    private static double Total(Meters a, Meters b) => a.Value * b.Value;

    public readonly partial record struct Meters(double Value)
    {
        [Differentiable]
        public static implicit operator Meters(double value) => new(value);

        [Differentiable]
        public static implicit operator Meters(float value) => new(value * 2);
    }

    public readonly partial record struct Feet(double Value)
    {
        [Differentiable]
        public static explicit operator Feet(Meters meters) => new(Math.Sin(meters.Value * 3.28) + meters.Value);

        [Differentiable]
        public static explicit operator double(Feet feet) => feet.Value;

        [Differentiable]
        public static explicit operator checked double(Feet feet) => feet.Value * 1;
    }
}
