// using declarations of things that carry no derivative, around active code with an early return.
// point: x: 1.3
// point: x: -0.3
using System;
using System.IO;
using DiffGen;

namespace Cases.Statements;

public static partial class UsingDeclaration
{
    [Differentiable]
    public static double F(double x)
    {
        using var stream = new MemoryStream();
        double s = x * x;
        if (x < 0)
            return s * x;
        using IDisposable second = new StringReader("text");
        for (int i = 0; i < 3; i++)
        {
            using var inner = new MemoryStream(i);
            s *= x + inner.Capacity;
        }
        return s;
    }
}
