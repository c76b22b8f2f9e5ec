// An enum chooses the formula, in a statement and in an expression.
// point: x: 0.75, kind: EnumSwitch.Kind.Sine
// point: x: 0.75, kind: EnumSwitch.Kind.Square
// point: x: 0.75, kind: (EnumSwitch.Kind)7
using System;
using DiffGen;

namespace Cases.Inactive;

public static partial class EnumSwitch
{
    public enum Kind
    {
        Sine,
        Square,
        Cube,
    }

    [Differentiable]
    public static double F(double x, Kind kind)
    {
        double y = 0;
        for (int i = 0; i < 3; i++)
        {
            switch (kind)
            {
                case Kind.Sine:
                    y += Math.Sin(x * y + i);
                    break;
                case Kind.Square:
                    y += x * x;
                    break;
                default:
                    y -= x;
                    break;
            }
            kind = (Kind)(((int)kind + 1) % 4);
        }
        return y * kind switch { Kind.Sine => x, Kind.Cube => 2 * x, _ => 3 };
    }
}
