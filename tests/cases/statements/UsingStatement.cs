// A using statement with several resources, one of them null.
// point: x: 1.3
using System;
using System.IO;
using DiffGen;

namespace Cases.Statements;

public static partial class UsingStatement
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        using (MemoryStream a = new(), b = null)
        {
            s = Math.Sin(s) + a.Length;
        }
        using (new MemoryStream())
            s *= x;
        return s;
    }
}
