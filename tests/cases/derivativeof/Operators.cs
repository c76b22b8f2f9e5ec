// Rules for an operator and a conversion that nobody marked.
// point: x: 0.7, y: -1.3
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class Operators
{
    [Differentiable]
    public static double F(double x, double y)
    {
        Level a = x, b = y;
        a *= b;
        return (a * b).Value * x;
    }

    [DerivativeOf(typeof(Level), "op_Multiply")]
    private static (Level, Level) TimesJvp(Level a, Level b, Level da, Level db) => (a * b, new Level(da.Value * b.Value + a.Value * db.Value));

    [DerivativeOf(typeof(Level), "op_Multiply")]
    private static (Level, Level) TimesVjp(Level a, Level b, Level cotangent) => (new Level(b.Value * cotangent.Value), new Level(a.Value * cotangent.Value));

    [DerivativeOf(typeof(Level), "op_Implicit")]
    private static (Level, Level) OfJvp(double value, double dValue) => (value, dValue);

    [DerivativeOf(typeof(Level), "op_Implicit")]
    private static double OfVjp(double value, Level cotangent) => cotangent.Value;
}

public readonly record struct Level(double Value)
{
    public static Level operator *(Level a, Level b) => new(a.Value * b.Value);

    public static implicit operator Level(double value) => new(value);
}
