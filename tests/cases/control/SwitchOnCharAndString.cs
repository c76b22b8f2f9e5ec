// Switches over other types.
// point: x: 1.5, c: 'b', name: "sin"
// point: x: 1.5, c: 'z', name: "other"
using System;
using DiffGen;

namespace Cases.Control;

public static partial class SwitchOnCharAndString
{
    [Differentiable]
    public static double F(double x, char c, string name)
    {
        double s;
        switch (c)
        {
            case 'a': s = x; break;
            case 'b': s = x * x; break;
            default: s = 1; break;
        }
        switch (name)
        {
            case "sin": s *= Math.Sin(x); break;
            case "cos": s *= Math.Cos(x); break;
            default: s += x; break;
        }
        return s;
    }
}
