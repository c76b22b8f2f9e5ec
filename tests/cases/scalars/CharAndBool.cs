// char and bool take part without a derivative: one as a number, the other as a condition.
// point: x: 1.2, letter: 'B', flag: true
// point: x: 1.2, letter: 'a', flag: false
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class CharAndBool
{
    [Differentiable]
    public static double F(double x, char letter, bool flag)
    {
        int code = letter - 'A';
        double r = flag ? x * x : Math.Exp(x);
        return r * (code + 1) + (flag ^ code > 3 ? x : 0);
    }
}
