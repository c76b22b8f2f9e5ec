// Empty statements, empty blocks and labels without use.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Control;

public static partial class EmptyStatements
{
    [Differentiable]
    public static double F(double x)
    {
        ;
        { }
        if (x > 0)
        {
        }
        else
            ;
        for (int i = 0; i < 3; i++)
            ;
        return x * x;
    }
}
