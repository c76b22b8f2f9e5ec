// A delegate that is held constant and gets only inactive values is called as it is.
// point: x: 0.7, table: i => i * 0.5
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class Unspecialised
{
    [Differentiable]
    public static double F(double x, [NoDerivative] Func<int, double> table)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += table(i) * Math.Pow(x, i);
        return sum;
    }
}
